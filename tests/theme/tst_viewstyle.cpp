#include "views/theme/controls.h"
#include "views/theme/theme.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace waymark;

/// What the style makes of lists, trees, headers, scroll bars, tabs and menus.
class TestViewStyle : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

    QColor wanted(Token token) const { return m_theme.appearance().color(token); }

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
};

QTEST_MAIN(TestViewStyle)
#include "tst_viewstyle.moc"
