#include "tests/create/createtesting.h"
#include "tests/support/cuttexts.h"
#include "views/create/formpane.h"
#include "views/create/legendsign.h"
#include "views/theme/appearance.h"
#include "views/theme/colors.h"

#include <QComboBox>
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTreeView>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

/// Leaves its pictures in the build folder, to be looked at beside those of the design.
class TestCreateLook : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

    /// The Go service as it is drawn: its third page, with a deviation and a mistake.
    static void fill(CreateBench &bench)
    {
        bench.session.form().type({u"name"_s}, u"orders-api"_s, 0);
        bench.session.form().type({u"owner"_s}, u"checkout"_s, 0);
        bench.session.form().setCurrentPage(2);
        bench.session.form().type({u"memory"_s}, u"512"_s, 0);
        bench.session.form().setReason(u"memory"_s, u"Keeps the price list in memory"_s);
        bench.session.form().set({u"exposure"_s}, Value(u"internet"_s));
        bench.session.form().type({u"hostname"_s}, u"Orders"_s, 0);
        bench.session.form().leave({u"hostname"_s});
        bench.screen.goToField({u"memory"_s});
        bench.screen.goToLine("deploy/base/deployment.yaml", 20);
        bench.screen.goToField({u"memory"_s});
    }

    static void picture(QWidget *page, const QString &name)
    {
        page->grab().save(QStringLiteral(WAYMARK_PICTURES) + u'/' + name + u".png"_s);
    }

    static QString nameOf(const QWidget *widget)
    {
        const auto *interface = QAccessible::queryAccessibleInterface(
            const_cast<QWidget *>(widget));
        return interface ? interface->text(QAccessible::Name) : QString();
    }

private Q_SLOTS:
    void cleanup()
    {
        m_theme.setTextScale(1);
        m_theme.setSchemeChoice(SchemeChoice::Light);
    }

    void thePageIsAsDrawn_data()
    {
        QTest::addColumn<SchemeChoice>("choice");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<qreal>("scale");
        QTest::newRow("light") << SchemeChoice::Light << QSize(1384, 806) << 1.0;
        QTest::newRow("dark") << SchemeChoice::Dark << QSize(1384, 806) << 1.0;
        QTest::newRow("small") << SchemeChoice::Light << QSize(968, 586) << 1.0;
        QTest::newRow("small-dark") << SchemeChoice::Dark << QSize(968, 586) << 1.0;
        QTest::newRow("large-text") << SchemeChoice::Light << QSize(1440, 900) << 2.0;
        QTest::newRow("small-large-text") << SchemeChoice::Light << QSize(1024, 680) << 2.0;
    }

    void thePageIsAsDrawn()
    {
        QFETCH(const SchemeChoice, choice);
        QFETCH(const QSize, size);
        QFETCH(const qreal, scale);
        m_theme.setSchemeChoice(choice);
        m_theme.setTextScale(scale);
        CreateBench bench;
        bench.beginBuiltIn(u"go-service"_s, size);
        fill(bench);
        QTRY_COMPARE(bench.focused(), u"Memory per copy"_s);
        QTRY_COMPARE(cutTexts(bench.screen).join(u"\n"), QString());
        picture(&bench.screen, u"create-"_s + QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(bench.screen.width() <= size.width());
    }

    void everyKindOfFieldFits_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<qreal>("scale");
        for (int page = 0; page < 3; ++page) {
            for (const qreal scale : {1.0, 2.0})
                QTest::addRow("%d-%d", page, int(scale)) << page << scale;
        }
    }

    void everyKindOfFieldFits()
    {
        QFETCH(const int, page);
        QFETCH(const qreal, scale);
        m_theme.setTextScale(scale);
        CreateBench bench;
        bench.begin();
        bench.session.form().typeItems({u"hosts"_s}, {u"a.example.org"_s, u"b.example.org"_s},
                                       false, 0);
        bench.session.form().typeItems({u"labels"_s}, {u"team"_s, u"checkout"_s}, false, 0);
        bench.session.form().set({u"size"_s}, Value(u"large"_s));
        bench.session.form().setCurrentPage(page);
        bench.session.form().showProblems(page);
        QTRY_COMPARE(cutTexts(bench.screen).join(u"\n"), QString());
        picture(&bench.screen, u"kinds-%1-%2"_s.arg(page).arg(int(scale)));
    }

    void everyControlHasAName_data()
    {
        QTest::addColumn<int>("page");
        for (int page = 0; page < 3; ++page)
            QTest::addRow("%d", page) << page;
    }

    void everyControlHasAName()
    {
        QFETCH(const int, page);
        CreateBench bench;
        bench.begin();
        bench.session.form().typeItems({u"hosts"_s}, {u"a.example.org"_s}, false, 0);
        bench.session.form().setCurrentPage(page);
        QStringList nameless;
        for (QWidget *widget : bench.screen.findChildren<QWidget *>()) {
            const bool takesFocus = widget->isVisible() && widget->focusPolicy() != Qt::NoFocus
                && !widget->focusProxy();
            const bool isPart = qobject_cast<const QComboBox *>(widget->parent())
                || qobject_cast<const QAbstractSpinBox *>(widget->parent());
            if (takesFocus && !isPart && nameOf(widget).isEmpty())
                nameless += described(widget);
        }
        QCOMPARE(nameless.join(u"\n"), QString());
    }

    void everyPaneHasANameAndLetsTabPass()
    {
        CreateBench bench;
        bench.begin();
        QVERIFY(bench.screen.panes().size() >= 4);
        for (QWidget *pane : bench.screen.panes()) {
            QVERIFY(!pane->accessibleName().isEmpty());
            QVERIFY2(!pane->focusProxy(), qPrintable(pane->accessibleName()));
        }
    }

    void beforeItIsShownItNeedsNoMoreRoomThanThen()
    {
        m_theme.setTextScale(2);
        CreateBench bench;
        bench.screen.resize(1440, 900);
        QEvent event(QEvent::StyleChange);
        QCoreApplication::sendEvent(&bench.screen, &event);
        QCOMPARE_LE(bench.screen.minimumSizeHint().width(), 1328); // what a rail leaves
    }

    void aPageBeginsWithItsTitle()
    {
        CreateBench bench;
        bench.beginBuiltIn(u"go-service"_s, {968, 614});
        bench.screen.enter();
        QTRY_COMPARE(bench.focused(), u"Service name"_s);
        const auto *pane = bench.screen.findChild<FormPane *>();
        QVERIFY(pane);
        const auto *area = pane->findChild<QScrollArea *>();
        QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0); // once the rows have their places
        QTRY_COMPARE(area->verticalScrollBar()->value(), 0);
        bench.press(Qt::Key_3, Qt::AltModifier);
        QTRY_COMPARE(bench.focused(), u"Memory per copy"_s);
        QTRY_COMPARE(area->verticalScrollBar()->value(), 0);
    }

    void theSignOfLinkedLinesIsWhole()
    {
        LegendSign sign(LegendSign::Sign::Linked);
        sign.resize(sign.sizeHint());
        const QImage image = sign.grab().toImage();
        const QColor ground = m_theme.appearance().color(Token::AccentSoft);
        int first = image.width();
        int last = 0;
        for (int x = 2; x < image.width() - 2; ++x) {
            for (int y = 2; y < image.height() - 2; ++y) {
                if (contrast(image.pixelColor(x, y), ground) < 2)
                    continue;
                first = std::min(first, x);
                last = std::max(last, x);
            }
        }
        QVERIFY(first < last);
        QCOMPARE_LE(std::abs(first + last + 1 - image.width()), 4); // in the middle
    }

    void noRowOfTheTreeIsCut()
    {
        CreateBench bench;
        bench.beginBuiltIn(u"go-service"_s, {1384, 806});
        const auto *tree = bench.control<QTreeView>(u"Files"_s);
        QVERIFY(tree);
        const auto cut = [tree] {
            const int row = tree->visualRect(tree->model()->index(0, 0)).height();
            return row > 0 ? tree->viewport()->height() % row : -1;
        };
        for (const int height : {806, 800, 777, 700}) {
            bench.screen.resize(1384, height);
            QTRY_COMPARE(cut(), 0);
        }
        m_theme.setTextScale(1.1);
        QTRY_COMPARE(cut(), 0);
    }

    void itMirrors()
    {
        CreateBench bench;
        bench.screen.setLayoutDirection(Qt::RightToLeft);
        bench.beginBuiltIn(u"go-service"_s);
        fill(bench);
        picture(&bench.screen, u"create-mirrored"_s);
        const QWidget *field = bench.control<QWidget>(u"Memory per copy"_s);
        const QWidget *files = bench.control<QWidget>(u"Files"_s);
        QVERIFY(field->mapTo(&bench.screen, QPoint()).x()
                > files->mapTo(&bench.screen, QPoint()).x());
    }
};

QTEST_MAIN(TestCreateLook)
#include "tst_createlook.moc"
