#include "models/base/json.h"
#include "models/jinja/engine.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace waymark;
using namespace waymark::jinja;

/// Rows that the real Jinja2 wrote (tests/conformance/generate_jinja2.py): the same text, or an
/// error with the same message.
class Jinja2ConformanceTest : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] static Options optionsOf(const Map &row)
    {
        Options options = Options::jinja2();
        options.autoescape = row.contains(u"autoescape");
        if (row.value(u"undefined").textOr({}) == u"strict")
            options.undefined = UndefinedKind::Strict;
        return options;
    }

    [[nodiscard]] static Result<Rendered> rendered(const Map &row, bool withProvenance)
    {
        TaggedValue context = TaggedValue::fromMap({});
        const waymark::Value data = row.value(u"data");
        for (const Map::Entry &entry : *data.toMap())
            context.insert(entry.key, TaggedValue::answer(entry.key, entry.value));
        const auto compiled
            = Environment(optionsOf(row))
                  .compile(row.value(u"template").textOr({}), QStringLiteral("row"));
        if (!compiled)
            return std::unexpected(compiled.error());
        return render(*compiled, context, {.provenance = withProvenance});
    }

private Q_SLOTS:
    void rendersAsJinja2_data()
    {
        QTest::addColumn<QByteArray>("json");
        const QDir folder(QStringLiteral(WAYMARK_SOURCE_DIR "/tests/conformance/jinja2"));
        const QStringList files
            = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        QVERIFY(!files.isEmpty());
        for (const QString &name : files) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto rows = parseJson(file.readAll(), name);
            QVERIFY(rows);
            for (const waymark::Value &row : *rows->toList()) {
                const QString title
                    = name.chopped(5) + u' ' + row.toMap()->value(u"name").textOr({});
                QTest::newRow(title.toUtf8().constData()) << toJson(row);
            }
        }
    }

    void rendersAsJinja2()
    {
        QFETCH(const QByteArray, json);
        const waymark::Value row = *parseJson(json);
        const Map &map = *row.toMap();
        const auto result = rendered(map, true);
        const QString expected = map.value(u"expected").textOr(map.value(u"error").textOr({}));
        const QString actual
            = result ? QString::fromUtf8(result->bytes) : result.error().problem.message;
        QCOMPARE(actual, expected);
        QCOMPARE(result.has_value(), map.contains(u"expected"));
        if (!result)
            return;
        const auto plain = rendered(map, false);
        QVERIFY(plain);
        QCOMPARE(plain->bytes, result->bytes);
        const auto &stretches = result->provenance.stretches;
        QVERIFY(stretches.empty() || stretches.back().end == result->bytes.size());
    }
};

QTEST_APPLESS_MAIN(Jinja2ConformanceTest)
#include "tst_jinja2conformance.moc"
