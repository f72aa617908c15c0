#include "tests/jinja/conformance.h"

using namespace waymark;
using namespace waymark::jinja;
using namespace Qt::StringLiterals;

namespace {

Options optionsOf(const Map &row, const Map &defaults)
{
    using conformance::isOn;
    using conformance::setText;
    const Map given = conformance::optionsIn(row, defaults);
    Options options;
    options.language = Language::Nunjucks;
    options.loader = conformance::loaderOf(row, defaults);
    options.autoescape = isOn(given, u"autoescape");
    options.jinjaCompat = isOn(given, u"jinjaCompat");
    options.trimBlocks = isOn(given, u"trimBlocks");
    options.lstripBlocks = isOn(given, u"lstripBlocks");
    if (isOn(given, u"throwOnUndefined"))
        options.undefined = UndefinedKind::Strict;
    const waymark::Value *tags = given.find(u"tags");
    const Map delimiters = tags ? *tags->toMap() : Map();
    setText(options.delimiters.blockStart, delimiters, u"blockStart");
    setText(options.delimiters.blockEnd, delimiters, u"blockEnd");
    setText(options.delimiters.variableStart, delimiters, u"variableStart");
    setText(options.delimiters.variableEnd, delimiters, u"variableEnd");
    setText(options.delimiters.commentStart, delimiters, u"commentStart");
    setText(options.delimiters.commentEnd, delimiters, u"commentEnd");
    return options;
}

/// Nunjucks' messages and lines are not ours: only that it refuses something counts.
QString difference(const Map &row, const Result<QString> &result)
{
    const bool wantsError = row.contains(u"error");
    const QString expected = row.value(u"expected").textOr();
    if (wantsError ? !result.has_value() : result == expected)
        return {};
    return u"expected: %1\n    actual:   %2"_s.arg(
        wantsError ? u"error: "_s + row.value(u"message").textOr() : expected,
        result ? *result : u"error: "_s + result.error().toString());
}

} // namespace

/// Renders what the real Nunjucks rendered (tests/conformance/generate_nunjucks.mjs), byte for
/// byte.
class NunjucksConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsAsNunjucksRendersIt_data() { conformance::addFiles("nunjucks"); }
    void everyRowIsAsNunjucksRendersIt()
    {
        QFETCH(const QString, path);
        conformance::checkFile(path, optionsOf, difference);
    }
};

QTEST_APPLESS_MAIN(NunjucksConformance)
#include "tst_nunjucksconformance.moc"
