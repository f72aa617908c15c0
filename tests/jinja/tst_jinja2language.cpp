#include "tests/jinja/conformance.h"

using namespace waymark;
using namespace waymark::jinja;
using namespace Qt::StringLiterals;

namespace {

UndefinedKind undefinedOf(const QString &name)
{
    return name == u"strict"   ? UndefinedKind::Strict
        : name == u"chainable" ? UndefinedKind::Chainable
        : name == u"debug"     ? UndefinedKind::Debug
                               : UndefinedKind::Lenient;
}

Options optionsOf(const Map &row, const Map &defaults)
{
    using conformance::isOn;
    using conformance::setText;
    const Map given = conformance::optionsIn(row, defaults);
    Options options;
    options.loader = conformance::loaderOf(row, defaults);
    options.autoescape = isOn(given, u"autoescape");
    options.trimBlocks = isOn(given, u"trim_blocks");
    options.lstripBlocks = isOn(given, u"lstrip_blocks");
    options.keepTrailingNewline = isOn(given, u"keep_trailing_newline");
    options.immutable = isOn(given, u"immutable");
    options.undefined = undefinedOf(given.value(u"undefined").textOr());
    if (const waymark::Value *extensions = given.find(u"extensions")) {
        for (const waymark::Value &name : *extensions->toList())
            options.extensions.append(*name.toText());
    }
    setText(options.newlineSequence, given, u"newline_sequence");
    setText(options.lineStatementPrefix, given, u"line_statement_prefix");
    setText(options.lineCommentPrefix, given, u"line_comment_prefix");
    setText(options.delimiters.blockStart, given, u"block_start_string");
    setText(options.delimiters.blockEnd, given, u"block_end_string");
    setText(options.delimiters.variableStart, given, u"variable_start_string");
    setText(options.delimiters.variableEnd, given, u"variable_end_string");
    setText(options.delimiters.commentStart, given, u"comment_start_string");
    setText(options.delimiters.commentEnd, given, u"comment_end_string");
    return options;
}

/// Text, message and line: all are Jinja2's.
QString difference(const Map &row, const Result<QString> &result)
{
    const bool wantsError = row.contains(u"error");
    QString expected = row.value(u"expected").textOr();
    if (wantsError) {
        const Integer *line = row.find(u"line")->toInteger();
        expected
            = u"line %1: %2"_s.arg(line ? *line->toInt64() : 0).arg(row.value(u"message").textOr());
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
        conformance::checkFile(path, optionsOf, difference);
    }
};

QTEST_APPLESS_MAIN(Jinja2Language)
#include "tst_jinja2language.moc"
