#include "models/items/numberstep.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestNumberStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneStepsWithinLimits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("steps");
        QTest::addColumn<QString>("stepped");
        QTest::newRow("up") << u"256"_s << 1 << u"288"_s;
        QTest::newRow("down") << u"256"_s << -1 << u"224"_s;
        QTest::newRow("off the steps, up") << u"500"_s << 1 << u"512"_s;
        QTest::newRow("off the steps, down") << u"500"_s << -1 << u"480"_s;
        QTest::newRow("above the most") << u"8192"_s << 1 << u"8192"_s;
        QTest::newRow("far above the most") << u"99999"_s << 1 << u"8192"_s;
        QTest::newRow("below the least") << u"64"_s << -1 << u"64"_s;
        QTest::newRow("far below the least") << u"-5"_s << -10 << u"64"_s;
        QTest::newRow("no number") << u"many"_s << 1 << u"256"_s;
        QTest::newRow("empty") << QString() << -1 << u"256"_s;
    }

    void oneStepsWithinLimits()
    {
        QFETCH(const QString, text);
        QFETCH(const int, steps);
        QFETCH(const QString, stepped);
        FormField field{.kind = FieldKind::Integer};
        field.parameter.limits.minimum = Value(64);
        field.parameter.limits.maximum = Value(8192);
        field.parameter.limits.multipleOf = Value(32);
        field.parameter.defaultValue = Value(256);
        QCOMPARE(steppedNumber(field, text, steps), stepped);
    }

    void withoutLimitsOneStepsByOne()
    {
        const FormField field{.kind = FieldKind::Integer};
        QCOMPARE(steppedNumber(field, u"7"_s, 1), u"8"_s);
        QCOMPARE(steppedNumber(field, u"0"_s, -1), u"-1"_s);
        QCOMPARE(steppedNumber(field, QString(), 1), u"0"_s);
    }

    void fractionsStepAsTheyAreAskedFor()
    {
        FormField field{.kind = FieldKind::Number};
        field.parameter.limits.multipleOf = Value(0.25);
        field.parameter.limits.exclusiveMaximum = Value(1.0);
        QCOMPARE(steppedNumber(field, u"0.5"_s, 1), u"0.75"_s);
        QCOMPARE(steppedNumber(field, u"0.75"_s, 1), u"0.75"_s);
    }

    void anExclusiveLimitIsNotReached()
    {
        FormField field{.kind = FieldKind::Integer};
        field.parameter.limits.exclusiveMinimum = Value(0);
        QCOMPARE(steppedNumber(field, u"1"_s, -1), u"1"_s);
    }
};

QTEST_APPLESS_MAIN(TestNumberStep)
#include "tst_numberstep.moc"
