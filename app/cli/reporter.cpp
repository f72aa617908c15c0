#include "app/cli/reporter.h"

#include "models/base/utf8.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

/// Bidirectional controls and characters without width (the "Trojan Source" kind), and controls.
bool isDeceptive(char32_t c)
{
    if (c == U'\n' || c == U'\t')
        return false;
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x200b && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff
        || c == 0x061c;
}

} // namespace

QString printable(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        if (isDeceptive(c))
            result += u"\\u{"_s + QString::number(c, 16) + u'}';
        else
            result += QString::fromUcs4(&c, 1);
    }
    return result;
}

QString printable(QByteArrayView bytes)
{
    return printable(QStringView(displayed(bytes)));
}

QString counted(qint64 number, const QString &one, const QString &many)
{
    return QString::number(number) + u' ' + (number == 1 ? one : many);
}

Reporter::Reporter(const Arguments &arguments, const Surroundings &surroundings)
    : m_streams(surroundings.streams)
    , m_quiet(arguments.has(u"--quiet"_s))
    , m_verbose(arguments.has(u"--verbose"_s))
    , m_colour(!arguments.has(u"--no-color"_s)
               && surroundings.environment.value(u"NO_COLOR"_s).isEmpty()
               && surroundings.environment.value(u"TERM"_s) != u"dumb")
    , m_clock(surroundings.clock)
{
    const QString file = arguments.value(u"--log"_s);
    if (file.isEmpty())
        return;
    m_log = std::make_shared<QFile>(file);
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

void Reporter::problem(const Problem &problem) const
{
    QString text = printable(problem.toString());
    const qsizetype end = text.indexOf(u'\n');
    const QString headline = text.first(end < 0 ? text.size() : end);
    const char *code = problem.severity == Severity::Error ? "31" : "33";
    m_streams.err << styled(headline, code, m_streams.errIsTerminal) << text.sliced(headline.size())
                  << '\n';
    log(problem.headline());
}

ExitCode Reporter::fail(const Error &error, ExitCode code) const
{
    problem(error.problem);
    return code;
}

void Reporter::note(const QString &text) const
{
    if (!m_quiet)
        m_streams.err << text << '\n';
    log(text);
}

void Reporter::step(const QString &text) const
{
    if (!m_quiet && m_streams.errIsTerminal)
        m_streams.err << styled(text, "2", true) << '\n' << Qt::flush;
    log(text);
}

void Reporter::log(const QString &text) const
{
    if (!m_log)
        return;
    m_log->write(m_clock().toUTC().toString(Qt::ISODate).toUtf8() + ' '
                 + printable(text).replace(u'\n', u" "_s).toUtf8() + '\n');
    m_log->flush();
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
