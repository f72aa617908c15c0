#include "models/base/json.h"
#include "models/jinja/engine.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QFile>

using namespace waymark;
using namespace waymark::jinja;
using namespace Qt::StringLiterals;

namespace {

/// `key` of the row, or of the file's defaults.
const waymark::Value *field(const Map &row, const Map &defaults, QStringView key)
{
    const waymark::Value *own = row.find(key);
    return own ? own : defaults.find(key);
}

void setDelimiter(QString &delimiter, const Map &tags, QStringView name)
{
    if (const waymark::Value *text = tags.find(name))
        delimiter = *text->toText();
}

Options optionsOf(const Map &row, const Map &defaults)
{
    Options options;
    options.language = Language::Nunjucks;
    const waymark::Value *given = field(row, defaults, u"options");
    const Map map = given ? *given->toMap() : Map();
    const auto isOn = [&](QStringView name) { return map.value(name) == waymark::Value(true); };
    options.autoescape = isOn(u"autoescape");
    options.jinjaCompat = isOn(u"jinjaCompat");
    options.trimBlocks = isOn(u"trimBlocks");
    options.lstripBlocks = isOn(u"lstripBlocks");
    if (isOn(u"throwOnUndefined"))
        options.undefined = UndefinedKind::Strict;
    if (const waymark::Value *tags = map.find(u"tags")) {
        Delimiters &delimiters = options.delimiters;
        setDelimiter(delimiters.blockStart, *tags->toMap(), u"blockStart");
        setDelimiter(delimiters.blockEnd, *tags->toMap(), u"blockEnd");
        setDelimiter(delimiters.variableStart, *tags->toMap(), u"variableStart");
        setDelimiter(delimiters.variableEnd, *tags->toMap(), u"variableEnd");
        setDelimiter(delimiters.commentStart, *tags->toMap(), u"commentStart");
        setDelimiter(delimiters.commentEnd, *tags->toMap(), u"commentEnd");
    }
    const waymark::Value *files = field(row, defaults, u"files");
    const Map sources = files ? *files->toMap() : Map();
    options.loader = [sources](const QString &name) -> Result<std::optional<QByteArray>> {
        const waymark::Value *source = sources.find(name);
        return source ? std::optional(source->toText()->toUtf8()) : std::nullopt;
    };
    return options;
}

Result<QString> rendered(const Map &row, const Map &defaults)
{
    const Environment environment(optionsOf(row, defaults));
    const auto source = environment.compile(*row.find(u"template")->toText(), u"main.txt"_s);
    if (!source)
        return std::unexpected(source.error());
    const waymark::Value *data = field(row, defaults, u"data");
    const auto result = render(*source, data ? TaggedValue(*data) : TaggedValue());
    if (!result)
        return std::unexpected(result.error());
    return QString::fromUtf8(result->bytes);
}

} // namespace

/// Renders what the real Nunjucks rendered (generate_nunjucks.mjs), byte for byte.
class NunjucksConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsAsNunjucksRendersIt_data();
    void everyRowIsAsNunjucksRendersIt();
};

void NunjucksConformance::everyRowIsAsNunjucksRendersIt_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(WAYMARK_SOURCE_DIR "/tests/conformance/nunjucks"));
    const QStringList files = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    QVERIFY(!files.isEmpty());
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void NunjucksConformance::everyRowIsAsNunjucksRendersIt()
{
    QFETCH(const QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto json = parseJson(file.readAll(), path);
    VERIFY_RESULT(json);
    const Map defaults = *json->toMap()->find(u"defaults")->toMap();
    QStringList differences;
    for (const waymark::Value &entry : *json->toMap()->find(u"rows")->toList()) {
        const Map &row = *entry.toMap();
        const auto result = rendered(row, defaults);
        const bool wantsError = row.contains(u"error");
        const QString expected = row.value(u"expected").textOr();
        if (wantsError ? !result.has_value() : result == expected)
            continue;
        const QString given = result ? *result : u"error: "_s + result.error().toString();
        const QString wanted
            = wantsError ? u"error: "_s + row.value(u"message").textOr() : expected;
        differences.append(u"%1\n    expected: %2\n    actual:   %3"_s.arg(
            *row.find(u"template")->toText(), wanted, given));
    }
    QVERIFY2(
        differences.isEmpty(),
        qPrintable(
            u"%1 rows differ:\n  %2"_s.arg(differences.size()).arg(differences.join(u"\n  "_s))));
}

QTEST_APPLESS_MAIN(NunjucksConformance)
#include "tst_nunjucksconformance.moc"
