#include "app/cli/commandline.h"
#include "app/cli/rendertime.h"
#include "tests/support/testing.h"

#include <QBuffer>
#include <QTest>
#include <QTextStream>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::cli;

namespace {

/// What `ask` finds with `options` of “render”, in an `environment` whose clock has half a second.
template<typename Ask>
auto askedFor(const QStringList &options, const QHash<QString, QString> &environment, Ask ask)
{
    QBuffer in;
    QString text;
    QTextStream stream(&text);
    const Surroundings surroundings{
        .streams = {in, stream, stream},
        .workingDirectory = {},
        .environment = environment,
        .builtInTemplates = {},
        .configuration = {},
        .state = {},
        .clock = [] { return QDateTime::fromMSecsSinceEpoch(1'760'000'000'500, QTimeZone::UTC); },
        .seed = [] { return QByteArray("5eed"); },
        .stop = {}};
    const auto arguments
        = Arguments::parse(**findCommand(u"render"_s), QStringList{u"-"_s} + options);
    return ask(*arguments, surroundings);
}

Result<QDateTime> time(const QStringList &options, const QHash<QString, QString> &environment = {})
{
    return askedFor(options, environment, timeOf);
}

} // namespace

class TestRenderTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTimeIsTheOneThatWasAskedFor_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("epoch");
        QTest::addColumn<qint64>("seconds");
        const QStringList none;
        QTest::newRow("the clock, in whole seconds") << none << QString() << qint64(1'760'000'000);
        QTest::newRow("SOURCE_DATE_EPOCH") << none << u"1700000000"_s << qint64(1'700'000'000);
        QTest::newRow("its beginning") << none << u"0"_s << qint64(0);
        QTest::newRow("the last second of four digits")
            << none << u"253402300799"_s << qint64(253'402'300'799);
        QTest::newRow("an option goes over it")
            << QStringList{u"--now=1970-01-01T00:01:00Z"_s} << u"5"_s << qint64(60);
        QTest::newRow("another offset")
            << QStringList{u"--now=1970-01-01T02:01:00+02:00"_s} << QString() << qint64(60);
        QTest::newRow("in small letters")
            << QStringList{u"--now=1970-01-01t00:01:00.5z"_s} << QString() << qint64(60);
        QTest::newRow("fractions are cut")
            << QStringList{u"--now=1970-01-01T00:01:00.999Z"_s} << QString() << qint64(60);
    }

    void theTimeIsTheOneThatWasAskedFor()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QString, epoch);
        QFETCH(const qint64, seconds);
        const auto found = time(options, {{u"SOURCE_DATE_EPOCH"_s, epoch}});
        VERIFY_RESULT(found);
        QCOMPARE(found->toMSecsSinceEpoch(), seconds * 1000);
        QCOMPARE(found->timeSpec(), Qt::UTC);
    }

    void aTimeThatIsNoneIsRefused_data()
    {
        QTest::addColumn<QString>("now");
        QTest::newRow("without an offset") << u"2026-11-24T10:00:00"_s;
        QTest::newRow("a date") << u"2026-11-24"_s;
        QTest::newRow("words") << u"tomorrow"_s;
        QTest::newRow("a thirteenth month") << u"2026-13-01T10:00:00Z"_s;
        QTest::newRow("a number") << u"1760000000"_s;
        QTest::newRow("the year 10000, in UTC") << u"9999-12-31T23:59:59-01:00"_s;
    }

    void aTimeThatIsNoneIsRefused()
    {
        QFETCH(const QString, now);
        const auto found = time({u"--now"_s, now});
        QVERIFY(!found);
        QVERIFY(found.error().problem.message.contains(now));
        QVERIFY(found.error().problem.hint.contains(u"--now 2026-"));
    }

    void anEpochThatIsNoneIsRefused()
    {
        for (const QString &epoch :
             {u"now"_s, u"-5"_s, u"1.5"_s, u"253402300800"_s, u"9223372036854775807"_s}) {
            const auto found = time({}, {{u"SOURCE_DATE_EPOCH"_s, epoch}});
            QVERIFY2(!found, qPrintable(epoch));
            QVERIFY(found.error().problem.message.contains(epoch));
        }
    }

    void aSeedIsHexadecimal_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("seed");
        QTest::newRow("drawn") << QStringList{} << QByteArray("5eed");
        QTest::newRow("given") << QStringList{u"--seed=9f2c"_s} << QByteArray("9f2c");
        QTest::newRow("in capitals") << QStringList{u"--seed=9F2C"_s} << QByteArray("9f2c");
        QTest::newRow("as long as can be")
            << QStringList{u"--seed="_s + QString(64, u'a')} << QByteArray(64, 'a');
        QTest::newRow("too long") << QStringList{u"--seed="_s + QString(65, u'a')} << QByteArray();
        QTest::newRow("no hexadecimal") << QStringList{u"--seed=xyz"_s} << QByteArray();
        QTest::newRow("with its sign") << QStringList{u"--seed=0x9f"_s} << QByteArray();
    }

    void aSeedIsHexadecimal()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, seed);
        const Result<QByteArray> found = askedFor(options, {}, seedOf);
        QCOMPARE(found.has_value(), !seed.isEmpty());
        QCOMPARE(found.value_or(QByteArray()), seed);
    }
};

QTEST_APPLESS_MAIN(TestRenderTime)
#include "tst_rendertime.moc"
