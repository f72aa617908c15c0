#include "tests/jinja/conformance.h"

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

/// Text, message and line: all are Jinja2's.
QString difference(const Map &row, const Result<QString> &result)
{
    const bool wantsError = row.contains(u"error");
    QString expected = row.value(u"expected").textOr();
    if (wantsError) {
        // Jinja2 has no line for what goes wrong behind the end of its template.
        const Integer *line = row.find(u"line")->toInteger();
        const int own = result || !result.error().problem.position
            ? 0
            : result.error().problem.position->line;
        expected = u"line %1: %2"_s.arg(line ? *line->toInt64() : own)
                       .arg(row.value(u"message").textOr());
    }
    QString actual = result.value_or(QString());
    if (!result) {
        const Problem &problem = result.error().problem;
        actual = u"line %1: %2"_s.arg(problem.position ? problem.position->line : 0)
                     .arg(problem.message);
    }
    if (wantsError != result.has_value() && actual == expected)
        return {};
    return u"expected: %1\n    actual:   %2"_s.arg(expected, actual);
}

} // namespace

/// Renders what the real Jinja2 rendered (tests/conformance/generate_jinja2language.py), byte for
/// byte, and fails with its message at its line where it failed.
class Jinja2Language : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsAsJinja2RendersIt_data() { conformance::addFiles("jinja2language"); }
    void everyRowIsAsJinja2RendersIt()
    {
        QFETCH(const QString, path);
        conformance::checkFile(path, conformance::jinja2OptionsOf, difference);
    }
};

QTEST_APPLESS_MAIN(Jinja2Language)
#include "tst_jinja2language.moc"
