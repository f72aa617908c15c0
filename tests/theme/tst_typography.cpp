#include "tests/support/tools.h"
#include "views/theme/typography.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestTypography : public QObject
{
    Q_OBJECT

private:
    static QFont application(qreal scale = 1)
    {
        return applicationFont(QGuiApplication::font(), scale);
    }

private Q_SLOTS:
    void aRoleIsAFactorOfTheApplicationsFont_data()
    {
        QTest::addColumn<TextRole>("role");
        QTest::addColumn<int>("pixels");
        QTest::addColumn<int>("weight");
        QTest::newRow("body") << TextRole::Body << 13 << 400;
        QTest::newRow("button") << TextRole::BodyMedium << 13 << 500;
        QTest::newRow("name") << TextRole::BodyStrong << 13 << 600;
        QTest::newRow("page title") << TextRole::PageTitle << 20 << 600;
        QTest::newRow("metric") << TextRole::Metric << 22 << 600;
        QTest::newRow("section title") << TextRole::SectionTitle << 15 << 600;
        QTest::newRow("help") << TextRole::Help << 12 << 400;
        QTest::newRow("table header") << TextRole::HelpStrong << 12 << 600;
        QTest::newRow("badge") << TextRole::Badge << 11 << 600;
        QTest::newRow("code") << TextRole::Code << 12 << 400;
        QTest::newRow("line number") << TextRole::CodeSmall << 11 << 400;
    }

    void aRoleIsAFactorOfTheApplicationsFont()
    {
        QFETCH(const TextRole, role);
        QFETCH(const int, pixels);
        QFETCH(const int, weight);
        const QFont font = fontOf(role, application());
        QCOMPARE(QFontInfo(font).pixelSize(), pixels);
        QCOMPARE(int(font.weight()), weight);
        const QFont twice = fontOf(role, application(2));
        QCOMPARE(twice.pointSizeF(), font.pointSizeF() * 2);
    }

    void theFamiliesHaveFallbacks()
    {
        QCOMPARE(application().families().first(), u"Inter"_s);
        QCOMPARE_GT(application().families().size(), 1);
        const QFont code = fontOf(TextRole::Code, application());
        QCOMPARE(code.families().first(), u"JetBrains Mono"_s);
        QVERIFY(code.families().contains(u"DejaVu Sans Mono"_s));
        const QFontMetrics metrics(code);
        QCOMPARE(metrics.horizontalAdvance(u"iiii"_s), metrics.horizontalAdvance(u"MMMM"_s));
    }

    void codeHasNoLigatures()
    {
        if (!QFontDatabase::hasFamily(u"JetBrains Mono"_s))
            SKIP_FOR_WANT_OF("fonts-jetbrains-mono");
        const QFont code = fontOf(TextRole::Code, application());
        QCOMPARE(code.featureValue("liga"), 0U);
        QCOMPARE(code.featureValue("calt"), 0U);
    }

    void figuresBelowEachOtherHaveOneWidth()
    {
        const QFontMetrics metrics(withTabularFigures(fontOf(TextRole::Body, application())));
        QCOMPARE(metrics.horizontalAdvance(u"1111"_s), metrics.horizontalAdvance(u"8888"_s));
    }

    void theSystemsLargerFontIsKept()
    {
        QFont large = QGuiApplication::font();
        large.setPixelSize(26);
        QCOMPARE(QFontInfo(applicationFont(large, 1)).pixelSize(), 26);
        QCOMPARE(textScaleOf(applicationFont(large, 1)), 2.0);
        QFont small = QGuiApplication::font();
        small.setPixelSize(9);
        QCOMPARE(QFontInfo(applicationFont(small, 1)).pixelSize(), 13);
        QCOMPARE(textScaleOf(applicationFont(small, 0.8)), 0.8);
        QCOMPARE(textScaleOf(applicationFont(small, 99)), 2.0);
    }

    void aRowHasTheHeightOfTheDesign_data()
    {
        QTest::addColumn<RowKind>("kind");
        QTest::addColumn<int>("height");
        QTest::newRow("tree") << RowKind::Tree << 26;
        QTest::newRow("list") << RowKind::ListRow << 28;
        QTest::newRow("palette") << RowKind::Palette << 36;
        QTest::newRow("table header") << RowKind::TableHeader << 32;
        QTest::newRow("table") << RowKind::Table << 46;
        QTest::newRow("tab") << RowKind::Tab << 36;
    }

    void aRowHasTheHeightOfTheDesign()
    {
        QFETCH(const RowKind, kind);
        QFETCH(const int, height);
        QCOMPARE(rowHeight(kind, application()), height);
        QCOMPARE_GE(rowHeight(kind, application(2)), height * 2);
        QCOMPARE_LE(rowHeight(kind, application(2)), height * 2 + 2);
    }
};

QTEST_MAIN(TestTypography)
#include "tst_typography.moc"
