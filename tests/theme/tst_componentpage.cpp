#include "tests/theme/componentpage.h"
#include "tests/theme/standardpage.h"
#include "views/theme/controls.h"
#include "views/theme/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QSplitter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace components;
using namespace waymark;

/// Leaves its pictures in the build folder, to be looked at beside those of the design.
class TestComponentPage : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

    QColor wanted(Token token) const { return m_theme.appearance().color(token); }

    static std::unique_ptr<ComponentPage> shownPage(const QString &subtitle)
    {
        auto page = std::make_unique<ComponentPage>(subtitle);
        page->ensurePolished();
        page->resize(page->sizeHint().expandedTo({1440, 900}));
        page->show();
        return page;
    }

    static QImage picture(QWidget *page, const QString &name, qreal ratio = 1)
    {
        QImage image(page->size() * ratio, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        page->render(&image);
        image.save(QStringLiteral(WAYMARK_PICTURES) + u'/' + name + u".png"_s);
        return image;
    }

    /// The colour `inside` px from the left edge of what has that name, halfway down.
    static QColor colorAt(const QImage &image, const QWidget *page, const QString &name,
                          int inside = 4)
    {
        const auto *widget = page->findChild<QWidget *>(name);
        if (!widget)
            return {};
        return image.pixelColor(widget->mapTo(page, QPoint(inside, widget->height() / 2))
                                * image.devicePixelRatio());
    }

    void checkColours(const QImage &image, const QWidget *page)
    {
        const QList<std::tuple<QString, int, Token>> facts = {
            {u"usualPrimary"_s, 5, Token::Accent},
            {u"hoverPrimary"_s, 5, Token::AccentHover},
            {u"pressedPrimary"_s, 5, Token::AccentPressed},
            {u"disabledPrimary"_s, 5, Token::BgPressed},
            {u"workingPrimary"_s, 5, Token::BgPressed},
            {u"usualUsual"_s, 5, Token::BgSurface},
            {u"usualUsual"_s, 0, Token::LineControl},
            {u"hoverUsual"_s, 5, Token::BgHover},
            {u"usualFlat"_s, 5, Token::BgPage},
            {u"hoverFlat"_s, 5, Token::BgHover},
            {u"focusPrimary"_s, -3, Token::Focus},
            {u"focusPrimary"_s, -1, Token::BgPage},
            {u"focusEdit"_s, -1, Token::Focus},
            {u"focusEdit"_s, 0, Token::Focus},
            {u"hoverEdit"_s, 0, Token::Tx2},
            {u"mistakeEdit"_s, 1, Token::ErrTx},
            {u"disabledEdit"_s, 5, Token::BgSubtle},
            {u"checked"_s, 2, Token::Accent},
            {u"switchOff"_s, 24, Token::LineControl},
            {u"segmentMedium"_s, 3, Token::BgSelected},
            {u"chipOn"_s, 5, Token::AccentSoft},
            {u"notice"_s, 5, Token::WarnSoft},
            {u"toast"_s, 5, Token::BgRaised},
            {u"decided"_s, 20, Token::AccentTx},
            {u"kept"_s, 20, Token::Gold},
            {u"golden"_s, 3, Token::GoldSoft},
        };
        for (const auto &[name, inside, token] : facts) {
            const QColor found = colorAt(image, page, name, inside);
            QVERIFY2(found == wanted(token),
                     qPrintable(u"%1 at %2: %3, not %4 %5"_s.arg(name, QString::number(inside),
                                                                 found.name(), tokenName(token),
                                                                 wanted(token).name())));
        }
    }

    static bool showsText(const QWidget *widget)
    {
        return qobject_cast<const QLabel *>(widget) || qobject_cast<const QAbstractButton *>(widget)
            || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QSpinBox *>(widget);
    }

    static QStringList cutTexts(const QWidget *page)
    {
        QStringList cut;
        for (const QWidget *widget : page->findChildren<QWidget *>()) {
            const bool isPart = qobject_cast<const QLineEdit *>(widget->parent()); // its icon
            if (!showsText(widget) || isPart || !widget->isVisibleTo(page))
                continue;
            const QSize needs = widget->sizeHint();
            const bool isEditor = qobject_cast<const QLineEdit *>(widget) != nullptr;
            if (widget->height() < needs.height() || (!isEditor && widget->width() < needs.width()))
                cut += u"%1 %2"_s.arg(QLatin1StringView(widget->metaObject()->className()),
                                      widget->objectName());
        }
        return cut;
    }

private Q_SLOTS:
    void thePageIsAsDrawn_data()
    {
        QTest::addColumn<SchemeChoice>("choice");
        QTest::addColumn<qreal>("textScale");
        QTest::addColumn<qreal>("ratio");
        QTest::addColumn<QString>("name");
        QTest::newRow("light") << SchemeChoice::Light << 1.0 << 1.0 << u"components-light"_s;
        QTest::newRow("dark") << SchemeChoice::Dark << 1.0 << 1.0 << u"components-dark"_s;
        QTest::newRow("light, two pixels a px")
            << SchemeChoice::Light << 1.0 << 2.0 << u"components-light-2x"_s;
    }

    void thePageIsAsDrawn()
    {
        QFETCH(const SchemeChoice, choice);
        QFETCH(const qreal, textScale);
        QFETCH(const qreal, ratio);
        QFETCH(const QString, name);
        m_theme.setSchemeChoice(choice);
        m_theme.setTextScale(textScale);
        const bool isLight = choice == SchemeChoice::Light;
        const auto page = shownPage((isLight ? u"Light"_s : u"Dark"_s)
                                    + u" theme. 4 px grid, controls 32 high, compact 28 and 24."_s);
        const QImage image = picture(page.get(), name, ratio);
        checkColours(image, page.get());
        QCOMPARE(cutTexts(page.get()).join(u", "), QString());
        QCOMPARE(page->size(), QSize(1440, 900));
    }

    void nothingIsCutAtAnySizeOfText_data()
    {
        QTest::addColumn<qreal>("textScale");
        QTest::newRow("80 %") << 0.8;
        QTest::newRow("130 %") << 1.3;
        QTest::newRow("200 %") << 2.0;
    }

    void nothingIsCutAtAnySizeOfText()
    {
        QFETCH(const qreal, textScale);
        m_theme.setSchemeChoice(SchemeChoice::Light);
        m_theme.setTextScale(textScale);
        const auto page = shownPage(u"Text at %1 %."_s.arg(qRound(textScale * 100)));
        picture(page.get(), u"components-%1"_s.arg(qRound(textScale * 100)));
        QCOMPARE(cutTexts(page.get()).join(u", "), QString());
    }

    void aPageOnScreenFollowsTheTheme()
    {
        m_theme.setSchemeChoice(SchemeChoice::Light);
        m_theme.setTextScale(1);
        const auto page = shownPage(u"Switched."_s);
        picture(page.get(), u"components-before"_s);
        m_theme.setSchemeChoice(SchemeChoice::Dark);
        checkColours(picture(page.get(), u"components-after"_s), page.get());
    }

    void highContrastKeepsShapesAndWords()
    {
        QPalette system;
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                QPalette::ToolTipText, QPalette::PlaceholderText})
            system.setColor(role, Qt::white);
        for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Button,
                                QPalette::ToolTipBase, QPalette::HighlightedText})
            system.setColor(role, Qt::black);
        system.setColor(QPalette::Highlight, QColor(0x1a, 0xeb, 0xff));
        m_theme.setTextScale(1);
        m_theme.setSystemPalette(system);
        const auto page = shownPage(u"A system palette of high contrast."_s);
        const QImage image = picture(page.get(), u"components-contrast"_s);
        QCOMPARE(colorAt(image, page.get(), u"usualUsual"_s, 0), QColor(Qt::white));
        QCOMPARE(colorAt(image, page.get(), u"usualPrimary"_s, 5), QColor(0x1a, 0xeb, 0xff));
        QCOMPARE(colorAt(image, page.get(), u"notice"_s, 5), QColor(Qt::black));
        QCOMPARE(colorAt(image, page.get(), u"notice"_s, 0), QColor(Qt::white));
        QCOMPARE(colorAt(image, page.get(), u"golden"_s, 0), QColor(Qt::white));
        QCOMPARE(cutTexts(page.get()).join(u", "), QString());
        m_theme.setSystemPalette(QPalette(QColor(0xef, 0xef, 0xef)));
    }

    void aWindowOfQtsOwnPartsFits_data()
    {
        QTest::addColumn<SchemeChoice>("choice");
        QTest::addColumn<qreal>("textScale");
        QTest::newRow("light") << SchemeChoice::Light << 1.0;
        QTest::newRow("dark") << SchemeChoice::Dark << 1.0;
        QTest::newRow("200") << SchemeChoice::Light << 2.0;
    }

    void aWindowOfQtsOwnPartsFits()
    {
        QFETCH(const SchemeChoice, choice);
        QFETCH(const qreal, textScale);
        m_theme.setSchemeChoice(choice);
        m_theme.setTextScale(textScale);
        StandardPage page;
        page.resize(QSize(1000, 560) * textScale);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        const QString name = u"standard-"_s + QString::fromLatin1(QTest::currentDataTag());
        const QImage image = picture(&page, name);
        auto *menu = page.findChild<QMenu *>(u"menu"_s);
        menu->resize(menu->sizeHint());
        picture(menu, name + u"-menu"_s);
        QCOMPARE(cutTexts(&page).join(u", "), QString());
        QCOMPARE(colorAt(image, &page, u"box"_s, 0), wanted(Token::LineControl));
        QCOMPARE(colorAt(image, &page, u"splitter"_s, 230),
                 wanted(Token::BgSurface)); // of the table
        const auto *splitter = page.findChild<QSplitter *>();
        QCOMPARE(splitter->handleWidth(), 1);
    }

    void cleanupTestCase()
    {
        m_theme.setTextScale(1);
        m_theme.setSchemeChoice(SchemeChoice::System);
    }
};

QTEST_MAIN(TestComponentPage)
#include "tst_componentpage.moc"
