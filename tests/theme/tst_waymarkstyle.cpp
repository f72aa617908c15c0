#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/theme/theme.h"
#include "views/theme/waymarkstyle.h"
#include "views/theme/working.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFontMetrics>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStyleOption>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace waymark;

/// What the style makes of buttons, inputs, choices and surfaces.
class TestWaymarkStyle : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

    QColor wanted(Token token) const { return m_theme.appearance().color(token); }

    static QImage pictureOf(QWidget *widget, const QSize &size)
    {
        widget->resize(size);
        return widget->grab().toImage();
    }

private Q_SLOTS:
    void init() { m_theme.setSchemeChoice(SchemeChoice::Light); }

    void aControlIsAsHighAsItsSizeSays_data()
    {
        QTest::addColumn<ControlSize>("size");
        QTest::addColumn<int>("height");
        QTest::newRow("inline") << ControlSize::Inline << 24;
        QTest::newRow("compact") << ControlSize::Compact << 28;
        QTest::newRow("usual") << ControlSize::Usual << 32;
        QTest::newRow("large") << ControlSize::Large << 40;
    }

    void aControlIsAsHighAsItsSizeSays()
    {
        QFETCH(const ControlSize, size);
        QFETCH(const int, height);
        QPushButton push(u"Commit"_s);
        QToolButton tool;
        tool.setIcon(icon(u"copy"_s));
        QLineEdit edit;
        QComboBox combo;
        combo.addItem(u"Checkout"_s);
        QSpinBox box;
        for (QWidget *control : QList<QWidget *>{&push, &tool, &edit, &combo, &box}) {
            setControlSize(control, size);
            control->ensurePolished();
            QCOMPARE(control->sizeHint().height(), height);
        }
        QCOMPARE(tool.sizeHint().width(), height);
    }

    void aButtonSaysWhatItIsByItsFill_data()
    {
        QTest::addColumn<ButtonLook>("look");
        QTest::addColumn<bool>("isEnabled");
        QTest::addColumn<Token>("fill");
        QTest::newRow("usual") << ButtonLook::Usual << true << Token::BgSurface;
        QTest::newRow("primary") << ButtonLook::Primary << true << Token::Accent;
        QTest::newRow("flat") << ButtonLook::Flat << true << Token::BgWindow;
        QTest::newRow("link") << ButtonLook::Link << true << Token::BgWindow;
        QTest::newRow("usual, not available") << ButtonLook::Usual << false << Token::BgSubtle;
        QTest::newRow("primary, not available") << ButtonLook::Primary << false << Token::BgPressed;
        QTest::newRow("flat, not available") << ButtonLook::Flat << false << Token::BgWindow;
    }

    void aButtonSaysWhatItIsByItsFill()
    {
        QFETCH(const ButtonLook, look);
        QFETCH(const bool, isEnabled);
        QFETCH(const Token, fill);
        QPushButton button(u"Commit"_s);
        setButtonLook(&button, look);
        button.setEnabled(isEnabled);
        for (const auto choice : {SchemeChoice::Light, SchemeChoice::Dark}) {
            m_theme.setSchemeChoice(choice);
            const QImage image = pictureOf(&button, button.sizeHint());
            QCOMPARE(image.pixelColor(6, image.height() / 2), wanted(fill));
            QCOMPARE(image.pixelColor(0, 0), wanted(Token::BgWindow)); // the corner is round
        }
    }

    void aFlatButtonHasTheInkThatItIsGiven()
    {
        QToolButton button;
        button.setIcon(icon(u"check"_s));
        setInk(&button, Token::OkTx);
        const QImage image = pictureOf(&button, button.sizeHint());
        int green = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor color = image.pixelColor(x, y);
                green += color.green() > color.red() + 40 ? 1 : 0;
            }
        }
        QVERIFY(green > 0);
    }

    void aPrimaryButtonIsWideEnoughForItsWeight()
    {
        QWidget window;
        QPushButton button(u"Create and commit"_s, &window);
        const auto room = [&button] {
            return button.sizeHint().width()
                - QFontMetrics(button.font()).horizontalAdvance(button.text());
        };
        const int usual = room();
        setButtonLook(&button, ButtonLook::Primary);
        QCOMPARE_GE(room(), usual);
        QCOMPARE(button.font().weight(), QFont::DemiBold);
        m_theme.setTextScale(2);
        QCOMPARE(QFontInfo(button.font()).pixelSize(), 26);
        QCOMPARE(button.font().weight(), QFont::DemiBold);
        m_theme.setTextScale(1);
    }

    void theEdgeOfAnInputSaysItsState()
    {
        QLineEdit edit(u"orders-api"_s);
        const auto edge = [&] { return pictureOf(&edit, {120, 32}).pixelColor(60, 0); };
        const auto inside = [&] { return pictureOf(&edit, {120, 32}).pixelColor(60, 1); };
        QCOMPARE(edge(), wanted(Token::LineControl));
        QCOMPARE(inside(), wanted(Token::BgSurface));
        setMistake(&edit, true);
        QCOMPARE(edge(), wanted(Token::ErrTx));
        QCOMPARE(inside(), wanted(Token::ErrTx));
        setMistake(&edit, false);
        QCOMPARE(edge(), wanted(Token::LineControl));
        edit.setEnabled(false);
        QCOMPARE(edge(), wanted(Token::Line));
        QCOMPARE(inside(), wanted(Token::BgSubtle));
    }

    void allInputsHaveTheSameBox()
    {
        QComboBox combo;
        QSpinBox box;
        QPlainTextEdit text;
        for (QWidget *input : QList<QWidget *>{&combo, &box, &text}) {
            setMistake(input, true);
            const QImage image = pictureOf(input, {160, 64});
            QCOMPARE(image.pixelColor(60, 0), wanted(Token::ErrTx));
            QCOMPARE(image.pixelColor(60, 63), wanted(Token::ErrTx));
            QCOMPARE(image.pixelColor(60, 8), wanted(Token::BgSurface));
            QCOMPARE(image.pixelColor(0, 0), wanted(Token::BgWindow));
        }
    }

    void aLongChoiceIsElidedBeforeTheArrow()
    {
        QComboBox combo;
        combo.addItem(u"A team whose name is far too long for this box"_s);
        combo.resize(120, 32);
        QStyleOptionComboBox option;
        option.initFrom(&combo);
        const auto rect = [&](QStyle::SubControl part) {
            return combo.style()->subControlRect(QStyle::CC_ComboBox, &option, part, &combo);
        };
        QCOMPARE(rect(QStyle::SC_ComboBoxEditField).right() + 1,
                 rect(QStyle::SC_ComboBoxArrow).left());
        option.direction = Qt::RightToLeft;
        QCOMPARE(rect(QStyle::SC_ComboBoxArrow).left(), 0);
    }

    void theStepsOfASpinBoxCanBeHit()
    {
        QSpinBox box;
        box.resize(120, 32);
        box.setValue(5);
        QTest::mouseClick(&box, Qt::LeftButton, {}, {110, 8});
        QCOMPARE(box.value(), 6);
        QTest::mouseClick(&box, Qt::LeftButton, {}, {110, 24});
        QCOMPARE(box.value(), 5);
        box.setButtonSymbols(QAbstractSpinBox::NoButtons);
        QTest::mouseClick(&box, Qt::LeftButton, {}, {110, 8});
        QCOMPARE(box.value(), 5);
    }

    void aBarShowsItsShare()
    {
        QProgressBar bar;
        bar.setRange(0, 4);
        bar.setValue(1);
        setTone(&bar, Token::Gold);
        const QImage image = pictureOf(&bar, {200, 6});
        QCOMPARE(image.pixelColor(40, 3), wanted(Token::Gold));
        QCOMPARE(image.pixelColor(60, 3), wanted(Token::BgPressed));
        QCOMPARE(bar.sizeHint().height(), 6);
        bar.setLayoutDirection(Qt::RightToLeft);
        const QImage mirrored = pictureOf(&bar, {200, 6});
        QCOMPARE(mirrored.pixelColor(160, 3), wanted(Token::Gold));
        QCOMPARE(mirrored.pixelColor(140, 3), wanted(Token::BgPressed));
    }

    void aSwitchIsAWideCheckBox()
    {
        QCheckBox box(u"Alerts"_s);
        const int usual = box.sizeHint().width();
        setButtonLook(&box, ButtonLook::Switch);
        QCOMPARE(box.sizeHint().width(), usual + 16);
        QCOMPARE_GE(box.sizeHint().height(), 24);
        const int y = box.sizeHint().height() / 2;
        QCOMPARE(pictureOf(&box, box.sizeHint()).pixelColor(26, y), wanted(Token::LineControl));
        box.setChecked(true);
        QCOMPARE(pictureOf(&box, box.sizeHint()).pixelColor(8, y), wanted(Token::Accent));
        QTest::mouseClick(&box, Qt::LeftButton, {}, {16, y});
        QVERIFY(!box.isChecked());
    }

    void segmentsAreOneControl()
    {
        QWidget parent;
        QList<QToolButton *> buttons;
        for (const QString &text : {u"Small"_s, u"Medium"_s, u"Large"_s}) {
            auto *button = new QToolButton(&parent);
            button->setText(text);
            button->setCheckable(true);
            buttons += button;
        }
        setSegments(buttons);
        QVERIFY(isFirstSegment(buttons.at(0)) && !isLastSegment(buttons.at(0)));
        QVERIFY(!isFirstSegment(buttons.at(1)) && !isLastSegment(buttons.at(1)));
        QVERIFY(!isFirstSegment(buttons.at(2)) && isLastSegment(buttons.at(2)));
        const QSize size = buttons.at(1)->sizeHint();
        const QColor corner = wanted(Token::BgWindow);
        QCOMPARE(pictureOf(buttons.at(0), size).pixelColor(0, 0), corner);
        QCOMPARE(pictureOf(buttons.at(1), size).pixelColor(0, 0), wanted(Token::LineControl));
        buttons.at(1)->setChecked(true);
        QCOMPARE(buttons.at(1)->sizeHint(), size); // nothing moves
        const QImage on = pictureOf(buttons.at(1), size);
        QCOMPARE(on.pixelColor(4, 8), wanted(Token::BgSelected));
        QCOMPARE(on.pixelColor(4, size.height() - 3), wanted(Token::AccentTx));
    }

    void aChipSaysThatItFilters()
    {
        QToolButton chip;
        chip.setText(u"Kind: service"_s);
        chip.setCheckable(true);
        setButtonLook(&chip, ButtonLook::Chip);
        const QSize size = chip.sizeHint();
        QCOMPARE(pictureOf(&chip, size).pixelColor(5, 16), wanted(Token::BgSurface));
        chip.setChecked(true);
        QCOMPARE(chip.sizeHint(), size);
        QCOMPARE(pictureOf(&chip, size).pixelColor(5, 16), wanted(Token::AccentSoft));
    }

    void aWorkingButtonTurnsOnlyWhereThingsMove()
    {
        m_theme.setMotionChoice(MotionChoice::Full);
        QPushButton button(u"Committing"_s);
        setButtonLook(&button, ButtonLook::Primary);
        const QSize usual = button.sizeHint();
        setWorking(&button, true);
        QVERIFY(isWorking(&button));
        QCOMPARE(button.sizeHint(), usual + QSize(22, 0));
        QCOMPARE(pictureOf(&button, button.sizeHint()).pixelColor(6, 16), wanted(Token::BgPressed));
        QTRY_COMPARE_GT(turnOf(&button), 0.0);
        setWorking(&button, false);
        QVERIFY(!isWorking(&button));
        QCOMPARE(button.children().size(), 0);
        m_theme.setMotionChoice(MotionChoice::Reduced);
        setWorking(&button, true);
        QCOMPARE(turnOf(&button), 0.0);
        QVERIFY(isWorking(&button));
        m_theme.setMotionChoice(MotionChoice::System);
    }

    void aSurfaceIsFilled_data()
    {
        QTest::addColumn<Surface>("surface");
        QTest::addColumn<Token>("fill");
        QTest::addColumn<Token>("edge");
        QTest::newRow("window") << Surface::Window << Token::BgWindow << Token::BgWindow;
        QTest::newRow("page") << Surface::Page << Token::BgPage << Token::BgPage;
        QTest::newRow("card") << Surface::Card << Token::BgSurface << Token::LineSubtle;
        QTest::newRow("well") << Surface::Well << Token::BgSubtle << Token::LineSubtle;
        QTest::newRow("warning") << Surface::Warning << Token::WarnSoft << Token::WarnLine;
        QTest::newRow("error") << Surface::Error << Token::ErrSoft << Token::ErrLine;
        QTest::newRow("golden") << Surface::Golden << Token::GoldSoft << Token::GoldLine;
    }

    void aSurfaceIsFilled()
    {
        QFETCH(const Surface, surface);
        QFETCH(const Token, fill);
        QFETCH(const Token, edge);
        QWidget widget;
        setSurface(&widget, surface);
        const QImage image = pictureOf(&widget, {60, 40});
        QCOMPARE(image.pixelColor(30, 20), wanted(fill));
        QCOMPARE(image.pixelColor(30, 0), wanted(edge));
    }

    void aButtonMayOnlyPointSomewhere()
    {
        QToolButton button;
        button.setArrowType(Qt::RightArrow);
        const QImage image = pictureOf(&button, {20, 24});
        int painted = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                painted += contrast(image.pixelColor(x, y), wanted(Token::BgWindow)) > 7 ? 1 : 0;
        }
        QCOMPARE_GE(painted, 5);
    }

    void anActionIconTakesTheColourOfItsButton()
    {
        QPushButton button;
        button.setIcon(icon(u"stop"_s));
        button.setIconSize({16, 16});
        setButtonLook(&button, ButtonLook::Primary);
        const QImage image = pictureOf(&button, button.sizeHint());
        int white = 0;
        for (int x = 0; x < image.width(); ++x)
            white += image.pixelColor(x, image.height() / 2) == wanted(Token::TxOnAccent) ? 1 : 0;
        QCOMPARE_GE(white, 1);
    }
};

QTEST_MAIN(TestWaymarkStyle)
#include "tst_waymarkstyle.moc"
