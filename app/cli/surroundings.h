#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <stop_token>

class QIODevice;
class QTextStream;

namespace waymark::cli {

/// What a command reads and writes beside files; a test hands in buffers.
struct Streams
{
    QIODevice &in;
    QTextStream &out;
    QTextStream &err;
    bool inIsTerminal = false;
    bool outIsTerminal = false;
    bool errIsTerminal = false;
};

/// Asks its user for a line.
class Prompt
{
public:
    virtual ~Prompt() = default;
    /// The line typed behind `label`, without its end; `suggestions` are offered with the Tab key.
    /// Nothing: the input has ended, or a signal came in.
    virtual std::optional<QString> line(const QString &label, const QStringList &suggestions) = 0;
    /// The same, not shown while it is typed.
    virtual std::optional<QString> hidden(const QString &label) = 0;
    /// How many characters a line can have.
    [[nodiscard]] virtual int columns() const { return 80; }
};

/// Where a command runs: all that is not in its arguments. The composition root makes one.
struct Surroundings
{
    Streams streams;
    QString workingDirectory;
    QHash<QString, QString> environment;
    QString builtInTemplates; ///< The folder of our own templates.
    QString configuration; ///< The folder of settings and sources.
    QString state; ///< The folder of journals and undo notes.
    std::function<QDateTime()> clock;
    std::function<QByteArray()> seed; ///< Random, in hexadecimal digits.
    Prompt *prompt = nullptr; ///< None where nobody can answer.
    std::stop_token stop;
    /// Told what was changed, once it is: that has to be said even where stdout takes nothing.
    std::function<void(const QString &)> changed = {};
    QString programFolder = {}; ///< Of this program: that of the window is found from there.
    /// Lets a program take this process's place; returns only where it cannot: why.
    std::function<QString(const QString &program)> become = {};
    QString data = {}; ///< The folder that drafts are kept in.
};

enum ExitCode { Done = 0, Noteworthy = 1, WrongRequest = 2, NotPossible = 3 };

} // namespace waymark::cli
