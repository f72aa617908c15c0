#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/theme/theme.h"
#include "views/theme/waymarkstyle.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPixmapCache>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyleHints>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

QPalette paletteOf(const QColor &text, const QColor &ground)
{
    QPalette palette;
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    for (const auto role :
         {QPalette::Window, QPalette::Base, QPalette::Button, QPalette::ToolTipBase})
        palette.setColor(role, ground);
    palette.setColor(QPalette::Highlight, Qt::cyan);
    return palette;
}

/// Of a system of which one does not know more.
QPalette usual()
{
    return paletteOf(Qt::black, QColor(0xef, 0xef, 0xef));
}

QImage grabbed(QWidget *widget)
{
    return widget->grab().toImage();
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private:
    Theme *m_theme = nullptr;

private Q_SLOTS:
    void initTestCase() { m_theme = new Theme(this); }

    void init()
    {
        m_theme->setSystemPalette(usual());
        m_theme->setSchemeChoice(SchemeChoice::Light);
        m_theme->setTextScale(1);
        m_theme->setMotionChoice(MotionChoice::System);
    }

    void thePaletteIsThatOfTheDesign_data()
    {
        QTest::addColumn<QPalette::ColorRole>("role");
        QTest::addColumn<Token>("token");
        QTest::newRow("Window") << QPalette::Window << Token::BgWindow;
        QTest::newRow("Base") << QPalette::Base << Token::BgSurface;
        QTest::newRow("AlternateBase") << QPalette::AlternateBase << Token::BgSubtle;
        QTest::newRow("Button") << QPalette::Button << Token::BgSurface;
        QTest::newRow("Text") << QPalette::Text << Token::Tx;
        QTest::newRow("WindowText") << QPalette::WindowText << Token::Tx;
        QTest::newRow("ButtonText") << QPalette::ButtonText << Token::Tx;
        QTest::newRow("PlaceholderText") << QPalette::PlaceholderText << Token::Tx3;
        QTest::newRow("Mid") << QPalette::Mid << Token::Line;
        QTest::newRow("Dark") << QPalette::Dark << Token::LineControl;
        QTest::newRow("Highlight") << QPalette::Highlight << Token::BgTextSelection;
        QTest::newRow("HighlightedText") << QPalette::HighlightedText << Token::Tx;
        QTest::newRow("Accent") << QPalette::Accent << Token::Accent;
        QTest::newRow("Link") << QPalette::Link << Token::AccentTx;
        QTest::newRow("ToolTipBase") << QPalette::ToolTipBase << Token::BgTooltip;
        QTest::newRow("ToolTipText") << QPalette::ToolTipText << Token::TxTooltip;
    }

    void thePaletteIsThatOfTheDesign()
    {
        QFETCH(const QPalette::ColorRole, role);
        QFETCH(const Token, token);
        const QWidget widget;
        for (const auto choice : {SchemeChoice::Light, SchemeChoice::Dark}) {
            m_theme->setSchemeChoice(choice);
            const QColor wanted = color(token, m_theme->scheme());
            QCOMPARE(widget.palette().color(QPalette::Active, role), wanted);
            QCOMPARE(widget.palette().color(QPalette::Inactive, role), wanted);
            QCOMPARE(colorOf(&widget, token), wanted);
        }
    }

    void aListHighlightsRowsAndALineHighlightsText()
    {
        const QListWidget list;
        for (const auto choice : {SchemeChoice::Dark, SchemeChoice::Light}) {
            m_theme->setSchemeChoice(choice);
            const QPalette &palette = list.palette();
            const auto highlight = [&](QPalette::ColorGroup group) {
                return palette.color(group, QPalette::Highlight);
            };
            const Appearance &look = m_theme->appearance();
            QCOMPARE(highlight(QPalette::Active), look.color(Token::BgSelected));
            QCOMPARE(highlight(QPalette::Inactive), look.color(Token::BgSelectedInactive));
            QCOMPARE(QApplication::palette().color(QPalette::Highlight),
                     look.color(Token::BgTextSelection));
        }
    }

    void whatIsNotAvailableIsPale()
    {
        const QPalette palette = QApplication::palette();
        QCOMPARE(palette.color(QPalette::Disabled, QPalette::ButtonText),
                 color(Token::TxDisabled, Scheme::Light));
        QCOMPARE(palette.color(QPalette::Disabled, QPalette::Base),
                 color(Token::BgSubtle, Scheme::Light));
    }

    void systemFollowsTheSystemAndAChoiceDoesNot()
    {
        const auto say = [](Qt::ColorScheme scheme) {
            Q_EMIT QGuiApplication::styleHints()->colorSchemeChanged(scheme);
        };
        m_theme->setSchemeChoice(SchemeChoice::System);
        const QSignalSpy changed(m_theme, &Theme::changed);
        say(Qt::ColorScheme::Dark);
        QCOMPARE(m_theme->scheme(), Scheme::Dark);
        say(Qt::ColorScheme::Light);
        QCOMPARE(m_theme->scheme(), Scheme::Light);
        QCOMPARE(changed.size(), 2);
        m_theme->setSchemeChoice(SchemeChoice::Light);
        say(Qt::ColorScheme::Dark);
        QCOMPARE(m_theme->scheme(), Scheme::Light);
        m_theme->setSchemeChoice(SchemeChoice::System);
        QCOMPARE(m_theme->scheme(), Scheme::Dark);
        say(Qt::ColorScheme::Light);
        QCOMPARE(changed.size(), 4);
    }

    void theSameChoiceAgainChangesNothing()
    {
        const QSignalSpy changed(m_theme, &Theme::changed);
        m_theme->setSchemeChoice(SchemeChoice::Light);
        m_theme->setTextScale(1);
        QCOMPARE(changed.size(), 0);
        m_theme->setSchemeChoice(SchemeChoice::Dark);
        QCOMPARE(changed.size(), 1);
    }

    void theTextScaleChangesFontsAndMetrics()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *button = new QPushButton(u"Commit"_s);
        auto *title = new QLabel(u"Basics"_s);
        layout->addWidget(button);
        layout->addWidget(title);
        setTextRole(title, TextRole::PageTitle);
        button->setIcon(icon(u"commit"_s));
        const int height = button->sizeHint().height();
        const int titleHeight = title->sizeHint().height();
        QCOMPARE(height, 32);
        QCOMPARE(QFontInfo(button->font()).pixelSize(), 13);
        QCOMPARE(QFontInfo(title->font()).pixelSize(), 20);
        m_theme->setTextScale(2);
        QCOMPARE(button->sizeHint().height(), 64);
        QCOMPARE(button->iconSize(), QSize(32, 32));
        QCOMPARE_GE(title->sizeHint().height(), titleHeight * 2 - 3);
        QCOMPARE(QFontInfo(button->font()).pixelSize(), 26);
        QCOMPARE(QFontInfo(title->font()).pixelSize(), 40);
        QCOMPARE(layout->spacing(), 16);
        QCOMPARE(px(button, 8), 16);
        m_theme->setTextScale(1);
        QCOMPARE(button->sizeHint().height(), height);
        QCOMPARE(title->sizeHint().height(), titleHeight);
    }

    void theTextScaleHasLimitsAndSteps()
    {
        m_theme->setTextScale(7);
        QCOMPARE(m_theme->textScale(), 2.0);
        m_theme->stepTextScale(1);
        QCOMPARE(m_theme->textScale(), 2.0);
        m_theme->setTextScale(0.1);
        QCOMPARE(m_theme->textScale(), 0.8);
        m_theme->stepTextScale(1);
        QCOMPARE(m_theme->textScale(), 0.9);
        m_theme->stepTextScale(-1);
        m_theme->stepTextScale(-1);
        QCOMPARE(m_theme->textScale(), 0.8);
    }

    void nothingMovesWhereMotionIsReduced()
    {
        const QWidget widget;
        m_theme->setMotionChoice(MotionChoice::Full);
        QCOMPARE(m_theme->duration(120), 120);
        QCOMPARE(durationOf(&widget, 200), 200);
        m_theme->setMotionChoice(MotionChoice::Reduced);
        QCOMPARE(m_theme->duration(120), 0);
        QCOMPARE(durationOf(&widget, 200), 0);
        QCOMPARE(widget.style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
    }

    void systemMotionIsWhatTheApplicationSays()
    {
        m_theme->setMotionChoice(MotionChoice::Reduced);
        QApplication::setEffectEnabled(Qt::UI_General, false);
        m_theme->setMotionChoice(MotionChoice::System);
        QCOMPARE(m_theme->duration(120), 0);
        m_theme->setMotionChoice(MotionChoice::Reduced);
        QApplication::setEffectEnabled(Qt::UI_General, true);
        m_theme->setMotionChoice(MotionChoice::System);
        QCOMPARE(m_theme->duration(120), 120);
    }

    void aLabelFollowsTheTheme()
    {
        QLabel label(u"Not written yet"_s);
        setInk(&label, Token::Tx3);
        setTextRole(&label, TextRole::Help);
        for (const auto choice : {SchemeChoice::Dark, SchemeChoice::Light}) {
            m_theme->setSchemeChoice(choice);
            QCOMPARE(label.palette().color(QPalette::Active, QPalette::WindowText),
                     color(Token::Tx3, m_theme->scheme()));
        }
        QCOMPARE(QFontInfo(label.font()).pixelSize(), 12);
        m_theme->setTextScale(2);
        QCOMPARE(QFontInfo(label.font()).pixelSize(), 24);
    }

    void aPaletteOfHighContrastIsKept()
    {
        const QPalette earlier = QApplication::palette();
        const QPalette system = paletteOf(Qt::white, Qt::black);
        const QWidget widget;
        m_theme->setSystemPalette(system);
        QVERIFY(m_theme->appearance().colors.isHighContrast());
        QCOMPARE(m_theme->scheme(), Scheme::Dark);
        QCOMPARE(widget.palette().color(QPalette::Window), QColor(Qt::black));
        QCOMPARE(colorOf(&widget, Token::GoldSoft), QColor(Qt::black));
        QCOMPARE(colorOf(&widget, Token::GoldTx), QColor(Qt::white));
        QCOMPARE(colorOf(&widget, Token::LineControl), QColor(Qt::white));
        QCOMPARE(colorOf(&widget, Token::Accent), QColor(Qt::cyan));
        m_theme->setSystemPalette(usual());
        QVERIFY(!m_theme->appearance().colors.isHighContrast());
        QCOMPARE(QApplication::palette(), earlier);
    }

    void aSwitchRepaintsWhatIsOnScreen()
    {
        QWidget window;
        setSurface(&window, Surface::Page);
        window.resize(80, 60);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QCOMPARE(grabbed(&window).pixelColor(40, 30), color(Token::BgPage, Scheme::Light));
        m_theme->setSchemeChoice(SchemeChoice::Dark);
        QCOMPARE(grabbed(&window).pixelColor(40, 30), color(Token::BgPage, Scheme::Dark));
    }

    void switchingLeaksNothing()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        for (int i = 0; i < 20; ++i) {
            auto *button = new QPushButton(icon(u"commit"_s), u"Commit"_s);
            layout->addWidget(button);
        }
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const auto both = [&] {
            for (const auto choice : {SchemeChoice::Dark, SchemeChoice::Light}) {
                m_theme->setSchemeChoice(choice);
                grabbed(&window);
            }
        };
        both();
        const auto objects = [] {
            qsizetype count = QApplication::allWidgets().size();
            for (const QWidget *widget : QApplication::allWidgets())
                count += widget->findChildren<QObject *>().size();
            return count + qApp->findChildren<QObject *>().size();
        };
        const qsizetype before = objects();
        const QPointer<QStyle> style = QApplication::style();
        const qint64 drawn
            = iconPixmap(u"commit"_s, 16, 1, color(Token::Tx, Scheme::Light)).cacheKey();
        for (int i = 0; i < 50; ++i)
            both();
        QCOMPARE(objects(), before);
        QCOMPARE(QApplication::style(), style.data());
        QCOMPARE(iconPixmap(u"commit"_s, 16, 1, color(Token::Tx, Scheme::Light)).cacheKey(), drawn);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
