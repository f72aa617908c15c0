#pragma once

#include "app/cli/commandline.h"
#include "tests/support/isolatedgit.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTextStream>

namespace waymark::testing {

/// A user at a prompt: answers from a list, and then ends the input.
class ScriptedPrompt final : public cli::Prompt
{
public:
    QStringList answers;
    QStringList asked;

    std::optional<QString> line(const QString &label, const QStringList &) override
    {
        asked += label;
        return answers.isEmpty() ? std::nullopt : std::optional(answers.takeFirst());
    }
    std::optional<QString> hidden(const QString &label) override { return line(label, {}); }
};

/// One of two streams of a terminal: keeps what is written to it, and the order of both.
class Recorder final : public QIODevice
{
public:
    Recorder(QByteArray &own, QByteArray &both)
        : m_own(own)
        , m_both(both)
    {
        setOpenMode(QIODevice::WriteOnly);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        m_own.append(data, size);
        m_both.append(data, size);
        return size;
    }

private:
    QByteArray &m_own;
    QByteArray &m_both;
};

/// Runs commands in this process, in folders of their own, with a git user Ada.
class CliRunner
{
public:
    struct Outcome
    {
        int code = 0;
        QByteArray out;
        QByteArray err;
        QByteArray both; ///< In the order in which a terminal shows them.
    };

    CliRunner()
    {
        QFile configuration(git.configPath());
        if (configuration.open(QIODevice::WriteOnly))
            configuration.write("[user]\n\tname = Ada Lovelace\n\temail = ada@example.org\n"
                                "[init]\n\tdefaultBranch = main\n");
    }

    [[nodiscard]] QString path(const QString &name = {}) const { return m_folder.filePath(name); }

    Outcome run(const QStringList &words, const QByteArray &input = {})
    {
        Outcome outcome;
        QBuffer in;
        in.setData(input);
        in.open(QIODevice::ReadOnly);
        Recorder outDevice(outcome.out, outcome.both);
        Recorder errDevice(outcome.err, outcome.both);
        QTextStream out(&outDevice);
        QTextStream err(&errDevice);
        const cli::Surroundings surroundings{
            .streams = {in, out, err},
            .workingDirectory = workingDirectory.isEmpty() ? path() : workingDirectory,
            .environment = environment,
            .builtInTemplates = templates,
            .configuration = path(QStringLiteral("configuration")),
            .state = path(QStringLiteral("state")),
            .clock = [] { return QDateTime::fromSecsSinceEpoch(1'760'000'000, QTimeZone::UTC); },
            .seed = [] { return QByteArray("5eed"); },
            .prompt = prompt,
            .stop = stop.get_token(),
            .data = path(QStringLiteral("data"))};
        errSoFar = &outcome.err;
        outcome.code = cli::run(words, surroundings);
        errSoFar = nullptr;
        out.flush();
        err.flush();
        return outcome;
    }

    /// Writes a file below path(), with its folders.
    void write(const QString &name, const QByteArray &content) const
    {
        const QFileInfo info(path(name));
        QDir().mkpath(info.path());
        QFile file(info.filePath());
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s cannot be written", qPrintable(name));
    }

    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    IsolatedGit git;
    QString workingDirectory; ///< Empty: path().
    QHash<QString, QString> environment;
    QString templates = QStringLiteral(WAYMARK_SOURCE_DIR "/templates");
    cli::Prompt *prompt = nullptr;
    std::stop_source stop;
    const QByteArray *errSoFar = nullptr; ///< What a running command has written.

private:
    QTemporaryDir m_folder;
};

} // namespace waymark::testing
