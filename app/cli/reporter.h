#pragma once

#include "app/cli/arguments.h"
#include "models/base/problem.h"

#include <QByteArrayView>
#include <QFile>

#include <memory>

namespace waymark::cli {

/// `text` for a terminal: control characters, and those that hide or turn around what stands beside
/// them, are shown as escapes, so that nothing a template holds can pretend to be something else.
[[nodiscard]] QString printable(QStringView text);
[[nodiscard]] QString printable(QByteArrayView bytes);

/// "1 file", "41 files".
[[nodiscard]] QString counted(qint64 number, const QString &one, const QString &many);

/// What a command says beside its result, as the common options want it.
class Reporter
{
public:
    Reporter(const Arguments &arguments, const Surroundings &surroundings);

    [[nodiscard]] bool isQuiet() const { return m_quiet; }
    [[nodiscard]] bool isVerbose() const { return m_verbose; }

    /// To stderr, with excerpt and way out.
    void problem(const Problem &problem) const;
    /// The problem of `error`, then `code`: what a command returns when it ends there.
    [[nodiscard]] ExitCode fail(const Error &error, ExitCode code) const;
    /// To stderr unless quiet.
    void note(const QString &text) const;
    /// What is being done now: to stderr on a terminal only, unless quiet; to the log always.
    void step(const QString &text) const;
    /// To the log alone.
    void log(const QString &text) const;

    // For stdout: plain where it is no terminal or colour is not wanted.
    [[nodiscard]] QString bold(const QString &text) const;
    [[nodiscard]] QString dim(const QString &text) const;

    /// Why the log could not be opened, if so.
    [[nodiscard]] const std::optional<Error> &logError() const { return m_logError; }

private:
    [[nodiscard]] QString styled(const QString &text, const char *code, bool isTerminal) const;

    const Streams &m_streams;
    bool m_quiet;
    bool m_verbose;
    bool m_colour;
    std::function<QDateTime()> m_clock;
    std::shared_ptr<QFile> m_log;
    std::optional<Error> m_logError;
};

} // namespace waymark::cli
