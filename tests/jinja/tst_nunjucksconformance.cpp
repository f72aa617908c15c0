#include "tests/jinja/conformance.h"

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

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

/// Renders what the real Nunjucks (tests/conformance/generate_nunjucks.mjs) and Backstage around it
/// (generate_backstage.mjs) rendered, byte for byte.
class NunjucksConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsAsNunjucksRendersIt_data() { conformance::addFiles("nunjucks"); }
    void everyRowIsAsNunjucksRendersIt() { checkRows(); }
    void everyRowIsAsBackstageRendersIt_data() { conformance::addFiles("backstage"); }
    void everyRowIsAsBackstageRendersIt() { checkRows(); }

private:
    static void checkRows()
    {
        QFETCH(const QString, path);
        conformance::checkFile(path, conformance::nunjucksOptionsOf, difference);
    }
};

QTEST_APPLESS_MAIN(NunjucksConformance)
#include "tst_nunjucksconformance.moc"
