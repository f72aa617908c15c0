#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/theme/theme.h"
#include "views/theme/waymarkstyle.h"
#include "views/theme/working.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QStyleOption>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace waymark;

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

    /// What the style paints of a row in `state`, 200 px wide and 28 high.
    QImage row(QWidget *view, QStyle::State state) const
    {
        QImage image(200, 28, QImage::Format_ARGB32_Premultiplied);
        image.fill(wanted(Token::BgPage));
        QPainter painter(&image);
        QStyleOptionViewItem item;
        item.initFrom(view);
        item.rect = image.rect();
        item.state = state | QStyle::State_Enabled;
        view->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, &painter, view);
        return image;
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

    void aPrimaryButtonIsWideEnoughForItsWeight()
    {
        QWidget window;
        QPushButton button(u"Create and commit"_s, &window);
        const int usual = button.sizeHint().width();
        setButtonLook(&button, ButtonLook::Primary);
        QCOMPARE_GT(button.sizeHint().width(), usual);
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

    void aRowSaysItsState()
    {
        QListWidget list;
        const QPoint middle(100, 14);
        const QPoint bar(1, 14);
        QCOMPARE(row(&list, {}).pixelColor(middle), wanted(Token::BgPage));
        QCOMPARE(row(&list, QStyle::State_MouseOver).pixelColor(middle), wanted(Token::BgHover));
        const QImage active = row(&list, QStyle::State_Selected | QStyle::State_Active);
        QCOMPARE(active.pixelColor(middle), wanted(Token::BgSelected));
        QCOMPARE(active.pixelColor(bar), wanted(Token::AccentTx));
        QCOMPARE(active.pixelColor(0, 0), wanted(Token::BgPage));
        const QImage inactive = row(&list, QStyle::State_Selected);
        QCOMPARE(inactive.pixelColor(middle), wanted(Token::BgSelectedInactive));
        QCOMPARE(inactive.pixelColor(bar), wanted(Token::BgSelectedInactive));
    }

    /// The branches and the item of a tree's row are painted one after the other.
    void aTreesRowIsOneRow()
    {
        QTreeWidget tree;
        tree.setHeaderHidden(true);
        tree.setFrameShape(QFrame::NoFrame);
        auto *folder = new QTreeWidgetItem(&tree, {u"deploy"_s});
        auto *file = new QTreeWidgetItem(folder, {u"deployment.yaml"_s});
        folder->setExpanded(true);
        file->setSelected(true);
        tree.resize(240, 120);
        tree.show();
        tree.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&tree));
        const QImage image = tree.grab().toImage();
        const int y = tree.visualItemRect(file).center().y();
        QCOMPARE(image.pixelColor(1, y), wanted(Token::AccentTx));
        QCOMPARE(image.pixelColor(12, y), wanted(Token::BgSelected));
        QCOMPARE(image.pixelColor(230, y), wanted(Token::BgSelected));
        QCOMPARE(image.pixelColor(0, tree.visualItemRect(file).top()), wanted(Token::BgSurface));
    }

    void aListMayKeepItsBarWithoutTheFocus()
    {
        QWidget window;
        auto *list = new QListWidget(&window);
        list->addItem(u"Catalog"_s);
        list->setCurrentRow(0);
        list->setFrameShape(QFrame::NoFrame);
        auto *edit = new QLineEdit(&window);
        edit->move(0, 300);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit->setFocus();
        const auto pixel = [&](int x) {
            return list->grab().toImage().pixelColor(
                x, list->visualItemRect(list->item(0)).center().y());
        };
        QCOMPARE(pixel(1), wanted(Token::BgSelectedInactive));
        setKeepsSelection(list, true);
        QCOMPARE(pixel(1), wanted(Token::AccentTx));
        QCOMPARE(pixel(150), wanted(Token::BgSelected));
        setKeepsSelection(list, false);
        list->setFocus();
        QCOMPARE(pixel(1), wanted(Token::AccentTx));
    }

    void aRowIsTintedBelowThePointer()
    {
        QListWidget list;
        list.addItems({u"one"_s, u"two"_s});
        list.setFrameShape(QFrame::NoFrame);
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        const QPoint second = list.visualItemRect(list.item(1)).center();
        QTest::mouseMove(list.viewport(), second);
        QTRY_COMPARE(list.grab().toImage().pixelColor(150, second.y()), wanted(Token::BgHover));
    }

    void theArrowOfAHeaderFollowsItsText()
    {
        QHeaderView header(Qt::Horizontal);
        QStyleOptionHeader option;
        option.initFrom(&header);
        option.rect = QRect(0, 0, 200, 32);
        option.text = u"Service"_s;
        const auto arrow = [&] {
            return header.style()->subElementRect(QStyle::SE_HeaderArrow, &option, &header);
        };
        const int text = option.fontMetrics.horizontalAdvance(option.text);
        QCOMPARE(arrow(), QRect(8 + text + 4, 0, 16, 32));
        option.rect.setWidth(50);
        QCOMPARE(arrow().right(), 50 - 4 - 1);
        option.direction = Qt::RightToLeft;
        QCOMPARE(arrow().left(), 4);
    }

    void aRowIsHighEnough()
    {
        QListWidget list;
        list.addItem(u"one"_s);
        QCOMPARE_GE(list.sizeHintForRow(0), 26);
        m_theme.setTextScale(2);
        QCOMPARE_GE(list.sizeHintForRow(0), 52);
        m_theme.setTextScale(1);
    }

    void aScrollBarHasNoArrowsAndStaysInItsPlace()
    {
        QScrollBar bar(Qt::Vertical);
        bar.setRange(0, 900);
        bar.setPageStep(100);
        QCOMPARE(bar.sizeHint().width(), 10);
        bar.resize(10, 200);
        QStyleOptionSlider option;
        option.initFrom(&bar);
        option.orientation = Qt::Vertical;
        option.maximum = 900;
        option.pageStep = 100;
        const auto rect = [&](QStyle::SubControl part) {
            return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, part, &bar);
        };
        QCOMPARE(rect(QStyle::SC_ScrollBarAddLine), QRect());
        QCOMPARE(rect(QStyle::SC_ScrollBarSlider), QRect(0, 0, 10, 32));
        option.sliderPosition = 900;
        QCOMPARE(rect(QStyle::SC_ScrollBarSlider), QRect(0, 168, 10, 32));
        QCOMPARE(rect(QStyle::SC_ScrollBarSubPage), QRect(0, 0, 10, 168));
        option.pageStep = 900;
        QCOMPARE(rect(QStyle::SC_ScrollBarSlider).height(), 100);
        QCOMPARE(bar.grab().toImage().pixelColor(5, 10), wanted(Token::LineControl));
        QCOMPARE(bar.grab().toImage().pixelColor(5, 100), wanted(Token::BgWindow));
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

    void aTabKeepsItsPlaceWhenItIsChosen()
    {
        QTabBar tabs;
        tabs.addTab(u"Overview"_s);
        tabs.addTab(u"How it works"_s);
        tabs.ensurePolished();
        tabs.resize(tabs.sizeHint());
        QCOMPARE(tabs.tabRect(0).height(), 36);
        const QRect second = tabs.tabRect(1);
        tabs.setCurrentIndex(1);
        QCOMPARE(tabs.tabRect(1), second);
        const QImage image = tabs.grab().toImage();
        QCOMPARE(image.pixelColor(second.center().x(), 35), wanted(Token::AccentTx));
        QCOMPARE(image.pixelColor(second.left() + 3, 34), wanted(Token::BgWindow));
    }

    void aMenuHasRoomForItsShortcut()
    {
        QMenu menu;
        QAction *plain = menu.addAction(u"&Copy"_s);
        const int without = menu.sizeHint().width();
        plain->setShortcut(QKeySequence(u"Ctrl+Shift+C"_s));
        QCOMPARE_GT(menu.sizeHint().width(), without + 24);
        QCOMPARE(menu.actionGeometry(plain).height(), 28);
        menu.resize(menu.sizeHint());
        const QImage image = menu.grab().toImage();
        QCOMPARE(image.pixelColor(image.width() / 2, 3), wanted(Token::BgRaised));
        QCOMPARE(image.pixelColor(image.width() / 2, 0), wanted(Token::Line));
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
