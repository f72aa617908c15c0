#include "app/cli/reporter.h"

#include "models/base/json.h"

#include <QCoreApplication>
#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace waymark::cli {

Reporter::Reporter(const Arguments &arguments, const Surroundings &surroundings)
    : m_streams(surroundings.streams)
    , m_quiet(arguments.has(u"--quiet"_s))
    , m_verbose(arguments.has(u"--verbose"_s))
    , m_colour(!arguments.has(u"--no-color"_s)
               && surroundings.environment.value(u"NO_COLOR"_s).isEmpty()
               && surroundings.environment.value(u"TERM"_s) != u"dumb")
    , m_isJson(arguments.has(u"--json"_s))
    , m_clock(surroundings.clock)
    , m_changed(surroundings.changed)
{
    const QString file = arguments.value(u"--log"_s);
    if (file.isEmpty())
        return;
    m_log = std::make_unique<QFile>(QDir(surroundings.workingDirectory).absoluteFilePath(file));
    if (m_log->open(QIODevice::WriteOnly | QIODevice::Append))
        return;
    m_logError
        = Error{{.code = u"cli.log"_s,
                 .message = QCoreApplication::translate("cli", "The log cannot be written: %1")
                                .arg(m_log->errorString()),
                 .file = file,
                 .hint = QCoreApplication::translate(
                     "cli", "Name a file in a folder that you may write to.")}};
    m_log.reset();
}

void Reporter::problem(const Problem &problem)
{
    Problem shown = problem;
    if (problem.severity == Severity::Warning)
        shown.message.prepend(QCoreApplication::translate("cli", "Warning: "));
    else if (problem.severity == Severity::Note)
        shown.message.prepend(QCoreApplication::translate("cli", "Note: "));
    const QString text = printable(shown.toString());
    const qsizetype end = text.indexOf(u'\n');
    const QString headline = text.first(end < 0 ? text.size() : end);
    const char *code = problem.severity == Severity::Error ? "31" : "33";
    m_streams.err << styled(headline, code, m_streams.errIsTerminal) << text.sliced(headline.size())
                  << '\n';
    m_problems += problem;
    log(problem.headline());
}

ExitCode Reporter::fail(const Error &error, ExitCode code)
{
    problem(error.problem);
    return code;
}

ExitCode Reporter::fail(const Refusal &refusal)
{
    for (const Problem &one : refusal.problems)
        problem(one);
    return refusal.code;
}

ExitCode Reporter::interrupted()
{
    return fail(
        Error{{.code = u"cli.interrupted"_s,
               .message = QCoreApplication::translate("cli", "Interrupted; nothing was written.")}},
        NotPossible);
}

void Reporter::note(const QString &text)
{
    if (!m_quiet)
        m_streams.err << text << '\n' << Qt::flush;
    log(text);
}

void Reporter::step(const QString &text)
{
    if (m_verbose || (!m_quiet && m_streams.errIsTerminal))
        m_streams.err << styled(text, "2", m_streams.errIsTerminal) << '\n' << Qt::flush;
    log(text);
}

void Reporter::changed(const QString &text)
{
    log(text);
    if (m_changed)
        m_changed(text);
}

void Reporter::log(const QString &text)
{
    if (!m_log)
        return;
    m_log->write(m_clock().toUTC().toString(Qt::ISODate).toUtf8() + ' '
                 + printable(text).replace(u'\n', u" "_s).toUtf8() + '\n');
    m_log->flush();
}

void Reporter::document(const QString &kind, const Map &members)
{
    Map whole{{u"schema"_s, u"urn:waymark:schema:"_s + kind}, {u"version"_s, 1}};
    for (const Map::Entry &member : members)
        whole.insert(member.key, member.value);
    m_streams.out << QString::fromUtf8(toJson(whole, JsonLayout::Indented)) << '\n';
    m_hasDocument = true;
}

QString Reporter::bold(const QString &text) const
{
    return styled(text, "1", m_streams.outIsTerminal);
}

QString Reporter::dim(const QString &text) const
{
    return styled(text, "2", m_streams.outIsTerminal);
}

QString Reporter::styled(const QString &text, const char *code, bool isTerminal) const
{
    if (!m_colour || !isTerminal)
        return text;
    return u"\033["_s + QLatin1StringView(code) + u'm' + text + u"\033[0m"_s;
}

} // namespace waymark::cli
