#include "views/theme/badges.h"
#include "views/theme/rings.h"
#include "views/theme/rows.h"
#include "views/theme/shapes.h"
#include "views/theme/theme.h"

#include <QPainter>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestBadges : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

    const Appearance &look() const { return m_theme.appearance(); }
    QColor wanted(Token token) const { return look().color(token); }

    static QImage painted(const QSize &size,
                          const std::function<void(QPainter *, const QRect &)> &paint)
    {
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paint(&painter, image.rect());
        return image;
    }

    static int pixelsOf(const QImage &image, const QColor &color)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == color ? 1 : 0;
        }
        return count;
    }

private Q_SLOTS:
    void init()
    {
        m_theme.setSchemeChoice(SchemeChoice::Light);
        m_theme.setTextScale(1);
    }

    void aBadgeHasTheColoursOfItsKind_data()
    {
        QTest::addColumn<BadgeKind>("kind");
        QTest::addColumn<Token>("fill");
        QTest::newRow("golden") << BadgeKind::Golden << Token::GoldSoft;
        QTest::newRow("warning") << BadgeKind::Warning << Token::WarnSoft;
        QTest::newRow("error") << BadgeKind::Error << Token::ErrSoft;
        QTest::newRow("linked") << BadgeKind::Linked << Token::AccentSoft;
        QTest::newRow("added") << BadgeKind::Added << Token::AddSoft;
    }

    void aBadgeHasTheColoursOfItsKind()
    {
        QFETCH(const BadgeKind, kind);
        QFETCH(const Token, fill);
        const BadgeText badge{kind, u"Recommended"_s};
        for (const auto choice : {SchemeChoice::Light, SchemeChoice::Dark}) {
            m_theme.setSchemeChoice(choice);
            const QImage image = painted(badgeSize(badge, look()), [&](auto *painter, auto &rect) {
                paintBadge(painter, rect, badge, look());
            });
            QCOMPARE(image.pixelColor(3, 10), wanted(fill));
            QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
        }
    }

    void aLinkedCountIsSeenOnASelectedRow()
    {
        const BadgeText badge{BadgeKind::Linked, u"3"_s, u"left"_s, true};
        for (const auto choice : {SchemeChoice::Light, SchemeChoice::Dark}) {
            m_theme.setSchemeChoice(choice);
            const QImage image = painted(badgeSize(badge, look()), [&](auto *painter, auto &rect) {
                paintBadge(painter, rect, badge, look());
            });
            QCOMPARE(image.pixelColor(3, 10), wanted(Token::BgSurface));
            QVERIFY(wanted(Token::BgSurface) != wanted(Token::BgSelected));
        }
    }

    void aDeviationIsAnOutline()
    {
        const BadgeText badge{BadgeKind::Changed, u"Changed from golden"_s, u"diamondo"_s};
        const QImage image = painted(badgeSize(badge, look()), [&](auto *painter, auto &rect) {
            paintBadge(painter, rect, badge, look());
        });
        QCOMPARE(image.pixelColor(3, 10).alpha(), 0);
        QCOMPARE(image.pixelColor(0, 10), wanted(Token::LineControl));
    }

    void aBadgeGrowsWithItsTextAndTheFont()
    {
        const BadgeText small{BadgeKind::Plain, u"3"_s};
        const BadgeText large{BadgeKind::Plain, u"3 lines"_s, u"left"_s};
        QCOMPARE(badgeSize(small, look()).height(), 20);
        QCOMPARE_GT(badgeSize(large, look()).width(), badgeSize(small, look()).width() + 14);
        const QSize usual = badgeSize(large, look());
        m_theme.setTextScale(2);
        QCOMPARE_GE(badgeSize(large, look()).width(), usual.width() * 2 - 4);
        QCOMPARE(badgeSize(large, look()).height(), 40);
    }

    void aTextThatDoesNotFitIsElided()
    {
        const BadgeText badge{BadgeKind::Golden, u"A recommendation of some length"_s};
        const QImage image = painted(
            {60, 20}, [&](auto *painter, auto &rect) { paintBadge(painter, rect, badge, look()); });
        for (int y = 0; y < 20; ++y)
            QVERIFY(contrast(image.pixelColor(56, y), wanted(Token::GoldSoft)) < 1.1);
    }

    void aCountIsRound()
    {
        QCOMPARE(badgeSize({BadgeKind::Count, u"5"_s}, look()), QSize(20, 20));
        QCOMPARE_GT(badgeSize({BadgeKind::Count, u"1000"_s}, look()).width(), 30);
    }

    void aFileMarkIsALetterOnItsColour_data()
    {
        QTest::addColumn<FileMark>("mark");
        QTest::addColumn<Token>("fill");
        QTest::newRow("added") << FileMark::Added << Token::AddSoft;
        QTest::newRow("modified") << FileMark::Modified << Token::ModSoft;
        QTest::newRow("deleted") << FileMark::Deleted << Token::DelSoft;
        QTest::newRow("conflict") << FileMark::Conflict << Token::ConSoft;
        QTest::newRow("not needed") << FileMark::NotNeeded << Token::BgPressed;
    }

    void aFileMarkIsALetterOnItsColour()
    {
        QFETCH(const FileMark, mark);
        QFETCH(const Token, fill);
        const QImage image = painted({16, 26}, [&](auto *painter, auto &rect) {
            paintFileMark(painter, rect, mark, look());
        });
        QCOMPARE(image.pixelColor(2, 8), wanted(fill));
        QCOMPARE(image.pixelColor(8, 2).alpha(), 0); // in the middle of a higher row
        QCOMPARE_LT(pixelsOf(image, wanted(fill)), 16 * 16 - 14);
    }

    void theDiamondHasThreeShapes()
    {
        const auto diamond = [&](Diamond shape) {
            return painted({20, 20}, [&](auto *painter, auto &rect) {
                paintDiamond(painter, rect, shape, look());
            });
        };
        QCOMPARE(diamond(Diamond::Golden).pixelColor(10, 10), wanted(Token::Gold));
        QCOMPARE(diamond(Diamond::Changed).pixelColor(10, 10).alpha(), 0);
        QCOMPARE(diamond(Diamond::OffThePath).pixelColor(10, 10).alpha(), 0);
        const auto empty
            = [&](Diamond shape) { return pixelsOf(diamond(shape), QColor(0, 0, 0, 0)); };
        QCOMPARE_GT(empty(Diamond::OffThePath), empty(Diamond::Changed));
    }

    void aRingShowsItsShare()
    {
        const auto ring = [&](double share) {
            return painted({32, 32}, [&](auto *painter, auto &rect) {
                paintRing(painter, rect, share, Token::AccentTx, look());
            });
        };
        const QPoint right(29, 16);
        const QPoint left(2, 16);
        QCOMPARE(ring(0).pixelColor(right), wanted(Token::BgPressed));
        QCOMPARE(ring(0.5).pixelColor(right), wanted(Token::AccentTx));
        QCOMPARE(ring(0.5).pixelColor(left), wanted(Token::BgPressed));
        QCOMPARE(ring(1).pixelColor(left), wanted(Token::AccentTx));
        QCOMPARE(ring(7).pixelColor(left), wanted(Token::AccentTx));
        QCOMPARE(ring(1).pixelColor(16, 16).alpha(), 0);
    }

    void aKeyCapIsWideEnough()
    {
        const QSize size = keyCapSize(u"Ctrl"_s, look());
        QCOMPARE_GE(size.width(), size.height());
        QCOMPARE(keyCapSize(u"K"_s, look()), QSize(18, 18));
        const QImage image = painted(size, [&](auto *painter, auto &rect) {
            paintKeyCap(painter, rect, u"Ctrl"_s, look());
        });
        QCOMPARE(image.pixelColor(size.width() / 2, 2), wanted(Token::BgSurface));
        QCOMPARE(image.pixelColor(size.width() / 2, size.height() - 1), wanted(Token::Line));
        QCOMPARE(image.pixelColor(size.width() / 2, size.height() - 2), wanted(Token::Line));
    }

    void aSkeletonStaysInItsRow()
    {
        const QImage image = painted({300, 60}, [&](auto *painter, const QRect &rect) {
            paintSkeletonRow(painter, rect.adjusted(10, 4, -10, -4), 4, look());
        });
        QCOMPARE(image.pixelColor(28, 30), wanted(Token::BgPressed));
        QCOMPARE(pixelsOf(image.copy(0, 0, 10, 60), QColor(0, 0, 0, 0)), 600);
        QCOMPARE(pixelsOf(image.copy(290, 0, 10, 60), QColor(0, 0, 0, 0)), 600);
    }

    void aShadowFadesAway()
    {
        const QImage image = painted({120, 120}, [&](auto *painter, auto &) {
            paintShadow(painter, QRectF(30, 30, 60, 60), 8, look());
        });
        const auto alpha = [&](int y) { return image.pixelColor(60, y).alpha(); };
        QCOMPARE_GT(alpha(90), alpha(98));
        QCOMPARE_GT(alpha(98), 0);
        QCOMPARE_GT(alpha(94), alpha(25)); // there is more of it below than above
        QCOMPARE(alpha(112), 0);
        QCOMPARE(image.pixelColor(60, 60).alpha(), 0);
    }

    void aLineIsSharpAtAnyRatio_data()
    {
        QTest::addColumn<qreal>("ratio");
        QTest::addColumn<int>("width");
        QTest::newRow("100 %") << 1.0 << 1;
        QTest::newRow("125 %") << 1.25 << 1;
        QTest::newRow("150 %") << 1.5 << 1;
        QTest::newRow("200 %") << 2.0 << 2;
    }

    void aLineIsSharpAtAnyRatio()
    {
        QFETCH(const qreal, ratio);
        QFETCH(const int, width);
        QImage image(qCeil(40 * ratio), qCeil(40 * ratio), QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintBox(&painter, QRectF(3, 3, 30, 30), {.edge = Qt::black, .radius = 6});
        painter.end();
        const int y = qRound(18 * ratio);
        QList<int> grey;
        int black = 0;
        for (int x = 0; x < image.width() / 2; ++x) {
            const QColor pixel = image.pixelColor(x, y);
            black += pixel == QColor(Qt::black) ? 1 : 0;
            if (pixel != QColor(Qt::black) && pixel != QColor(Qt::white))
                grey += x;
        }
        QCOMPARE(grey, QList<int>());
        QCOMPARE(black, width);
    }

    void aHairlineIsOnePixelOfTheDevice()
    {
        QImage image(80, 80, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(2);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintHairline(&painter, QRectF(0, 0, 40, 10), Qt::BottomEdge, Qt::black);
        painter.end();
        QCOMPARE(image.pixelColor(20, 19), QColor(Qt::black));
        QCOMPARE(image.pixelColor(20, 18), QColor(Qt::white));
        QCOMPARE(image.pixelColor(20, 20), QColor(Qt::white));
    }

    void highContrastKeepsTheShapes()
    {
        QPalette system;
        for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
            system.setColor(role, Qt::white);
        for (const auto role : {QPalette::Base, QPalette::Window, QPalette::Button})
            system.setColor(role, Qt::black);
        const Appearance strong{.colors = Colors(system)};
        const BadgeText badge{BadgeKind::Golden, u"Golden default"_s};
        const QImage image = painted(badgeSize(badge, strong), [&](auto *painter, auto &rect) {
            paintBadge(painter, rect, badge, strong);
        });
        QCOMPARE(image.pixelColor(3, 10).alpha(), 0);
        QCOMPARE(image.pixelColor(0, 10), QColor(Qt::white));
        const QImage row = painted({100, 28}, [&](auto *painter, auto &rect) {
            paintRow(painter, rect, QStyle::State_Selected | QStyle::State_Active, {}, strong);
        });
        QCOMPARE(row.pixelColor(1, 14), QColor(Qt::white));
        const QImage inactive = painted({100, 28}, [&](auto *painter, auto &rect) {
            paintRow(painter, rect, QStyle::State_Selected, {}, strong);
        });
        QCOMPARE(inactive.pixelColor(50, 0), QColor(Qt::white));
        QCOMPARE(inactive.pixelColor(50, 14), QColor(Qt::black));
    }
};

QTEST_MAIN(TestBadges)
#include "tst_badges.moc"
