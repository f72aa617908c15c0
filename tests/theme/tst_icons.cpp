#include "views/theme/icons.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// The colour of the most opaque pixel, and how many pixels are painted at all.
struct Ink
{
    QColor color;
    int pixels = 0;
};

Ink inkOf(const QImage &image)
{
    Ink ink;
    int strongest = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            ink.pixels += pixel.alpha() > 0 ? 1 : 0;
            if (pixel.alpha() > strongest) {
                strongest = pixel.alpha();
                ink.color = pixel;
            }
        }
    }
    return ink;
}

bool isNear(const QColor &one, const QColor &other)
{
    constexpr int rounding = 3; // of premultiplied colours
    return std::abs(one.red() - other.red()) <= rounding
        && std::abs(one.green() - other.green()) <= rounding
        && std::abs(one.blue() - other.blue()) <= rounding;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private:
    Theme *m_theme = nullptr;

private Q_SLOTS:
    void init()
    {
        m_theme = new Theme(this);
        m_theme->setSchemeChoice(SchemeChoice::Light);
    }

    void cleanup() { delete m_theme; }

    void thereIsAnIconForEachNameOfTheDesign_data()
    {
        QTest::addColumn<QString>("names");
        QTest::newRow("places")
            << u"home catalog create migrate services measure handbook settings"_s;
        QTest::newRow("golden path")
            << u"diamond diamondo diamondd flag map route hammer flask rocket "
               "pulse life"_s;
        QTest::newRow("state")
            << u"check okcircle x error warn info circle half dashcircle clock lock "
               "shield"_s;
        QTest::newRow("files") << u"file filecode folder folderopen database box server globe web "
                                  "stream plug key"_s;
        QTest::newRow("git")
            << u"branch commit pr merge tag cloud cloudok cloudoff download export "
               "refresh undo"_s;
        QTest::newRow("actions")
            << u"plus minus edit trash copy ext link search filter sort scan play "
               "stop more drag eye eyeoff terminal bolt"_s;
        QTest::newRow("layout")
            << u"panelleft panelright panelbottom columns rows list grid up down "
               "left right aleft aright sun moon"_s;
        QTest::newRow("people, help, measure")
            << u"user users help bell book keyboard calendar coins "
               "gauge sparkline"_s;
    }

    void thereIsAnIconForEachNameOfTheDesign()
    {
        QFETCH(const QString, names);
        for (const QString &name : names.split(u' ')) {
            QVERIFY2(isIcon(name), qPrintable(name));
            QVERIFY(!icon(name).isNull());
        }
    }

    void eachIconIsPaintedInTheWantedColour_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : iconNames())
            QTest::newRow(qPrintable(name)) << name;
    }

    void eachIconIsPaintedInTheWantedColour()
    {
        QFETCH(const QString, name);
        const QColor wanted(0xb0, 0x26, 0x1e);
        for (const qreal ratio : {1.0, 2.0}) {
            const QPixmap pixmap = iconPixmap(name, 20, ratio, wanted);
            QCOMPARE(pixmap.size(), QSize(20, 20) * ratio);
            QCOMPARE(pixmap.devicePixelRatio(), ratio);
            const Ink ink = inkOf(pixmap.toImage());
            QCOMPARE_GT(ink.pixels, int(10 * ratio));
            QVERIFY2(isNear(ink.color, wanted), qPrintable(ink.color.name()));
        }
    }

    void thereAreAllIcons() { QCOMPARE(iconNames().size(), 99); }

    void anIconHasTheColourOfItsMode_data()
    {
        QTest::addColumn<QIcon::Mode>("mode");
        QTest::addColumn<Token>("token");
        QTest::newRow("usual") << QIcon::Normal << Token::Tx;
        QTest::newRow("pointer over") << QIcon::Active << Token::Tx;
        QTest::newRow("in a selected row") << QIcon::Selected << Token::Tx;
        QTest::newRow("not available") << QIcon::Disabled << Token::TxDisabled;
    }

    void anIconHasTheColourOfItsMode()
    {
        QFETCH(const QIcon::Mode, mode);
        QFETCH(const Token, token);
        const QIcon diamond = icon(u"diamond"_s);
        for (const auto choice : {SchemeChoice::Light, SchemeChoice::Dark}) {
            m_theme->setSchemeChoice(choice);
            const QColor wanted = m_theme->appearance().color(token);
            const Ink ink = inkOf(diamond.pixmap(QSize(20, 20), 1, mode).toImage());
            QVERIFY2(isNear(ink.color, wanted), qPrintable(ink.color.name()));
        }
    }

    void anIconOfATokenFollowsTheTheme()
    {
        const QIcon gold = icon(u"diamond"_s, Token::Gold);
        for (const auto choice : {SchemeChoice::Light, SchemeChoice::Dark}) {
            m_theme->setSchemeChoice(choice);
            const Ink ink = inkOf(gold.pixmap(QSize(20, 20), 1).toImage());
            QVERIFY(isNear(ink.color, m_theme->appearance().color(Token::Gold)));
        }
    }

    void aPixmapHasThePixelsOfTheScreen_data()
    {
        QTest::addColumn<qreal>("ratio");
        QTest::newRow("100 %") << 1.0;
        QTest::newRow("125 %") << 1.25;
        QTest::newRow("150 %") << 1.5;
        QTest::newRow("200 %") << 2.0;
    }

    void aPixmapHasThePixelsOfTheScreen()
    {
        QFETCH(const qreal, ratio);
        const QPixmap pixmap = icon(u"search"_s).pixmap(QSize(16, 16), ratio);
        QCOMPARE(pixmap.width(), qRound(16 * ratio));
        QCOMPARE(pixmap.devicePixelRatio(), ratio);
    }

    void aSmallIconHasAStrongerLine()
    {
        // The share of a cross that is covered grows as the grid shrinks.
        const auto share = [](qreal side) {
            const QImage image = iconPixmap(u"plus"_s, side, 8, Qt::black).toImage();
            double covered = 0;
            for (int i = 0; i < image.width() * image.height(); ++i)
                covered += image.pixelColor(i % image.width(), i / image.width()).alphaF();
            return covered / (double(image.width()) * image.height());
        };
        QCOMPARE_GT(share(14), share(16) * 1.03);
        QCOMPARE_GT(share(16), share(20) * 1.03);
    }

    void paintingIsSharpWhereverItIs()
    {
        QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintIcon(&painter, QRectF(10, 10, 21, 21), u"diamond"_s, Qt::blue);
        painter.end();
        QCOMPARE(image.pixelColor(20, 20), QColor(Qt::blue));
        QCOMPARE(image.pixelColor(2, 2).alpha(), 0);
    }

    void anIconIsDrawnOnce()
    {
        QPixmapCache::clear();
        const QPixmap first = iconPixmap(u"bell"_s, 16, 1, Qt::red);
        const QPixmap second = iconPixmap(u"bell"_s, 16, 1, Qt::red);
        QCOMPARE(first.cacheKey(), second.cacheKey());
        QVERIFY(iconPixmap(u"bell"_s, 16, 1, Qt::blue).cacheKey() != first.cacheKey());
        QVERIFY(iconPixmap(u"bell"_s, 16, 2, Qt::red).cacheKey() != first.cacheKey());
        QVERIFY(iconPixmap(u"bell"_s, 20, 1, Qt::red).cacheKey() != first.cacheKey());
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
