#pragma once

#include "app/cli/arguments.h"
#include "app/cli/printable.h"
#include "app/cli/refusal.h"
#include "models/base/problem.h"
#include "models/base/value.h"

#include <QFile>
#include <QList>

#include <memory>

namespace waymark::cli {

/// What a command says, as the common options want it, and the document of --json.
class Reporter
{
public:
    Reporter(const Arguments &arguments, const Surroundings &surroundings);
    Q_DISABLE_COPY(Reporter)

    [[nodiscard]] bool isQuiet() const { return m_quiet; }
    [[nodiscard]] bool isVerbose() const { return m_verbose; }

    /// To stderr, with excerpt and way out.
    void problem(const Problem &problem);
    /// The problem of `error`, then `code`: what a command returns when it ends there.
    ExitCode fail(const Error &error, ExitCode code);
    /// The same for everything that is in the way.
    ExitCode fail(const Refusal &refusal);
    /// The same for what the user interrupted, whatever else was found.
    ExitCode interrupted();
    /// To stderr unless quiet.
    void note(const QString &text);
    /// What is being done now: to stderr on a terminal or where more is to be said; to the log
    /// always.
    void step(const QString &text);
    /// What was changed, once it is: to the log, and to stderr should stdout fail.
    void changed(const QString &text);
    /// To the log alone.
    void log(const QString &text);

    /// Prints `members` to stdout as one document behind the id and version of its schema,
    /// resources/schemas/waymark-KIND.schema.json.
    void document(const QString &kind, const Map &members);
    /// Where questions are asked, and what belongs to them: with --json stdout is the document's.
    [[nodiscard]] QTextStream &talk() const { return m_isJson ? m_streams.err : m_streams.out; }
    [[nodiscard]] bool hasDocument() const { return m_hasDocument; }
    /// Every problem that was told, in order.
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }

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
    bool m_isJson;
    std::function<QDateTime()> m_clock;
    std::function<void(const QString &)> m_changed;
    std::unique_ptr<QFile> m_log;
    std::optional<Error> m_logError;
    QList<Problem> m_problems;
    bool m_hasDocument = false;
};

} // namespace waymark::cli
