#include "tests/catalogview/catalogviewtesting.h"
#include "views/widgets/codeview.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTabBar>
#include <QTextBrowser>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

QTreeView *files(const CatalogBench &bench)
{
    return findNamed<QTreeView>(&bench.screen, u"Files it makes"_s);
}

QListView *questions(const CatalogBench &bench)
{
    return findNamed<QListView>(&bench.screen, u"What it asks"_s);
}

QString seen(const CatalogBench &bench)
{
    QStringList texts;
    for (const QLabel *label : bench.screen.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts += label->text();
    }
    return texts.join(u'\n');
}

} // namespace

/// The page of one template.
class TestTemplateDetail : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;
    ExampleTemplate m_place;

private Q_SLOTS:
    void itTellsWhoAnswersWhatIsMadeAndAsked()
    {
        CatalogBench bench({m_place.entry()}, {u"# Small service\n\nAll about it."_s});
        bench.show();
        const QString text = seen(bench);
        QVERIFY(text.contains(u"platform  •  Supported  •  1.2.0  •  tests"));
        QVERIFY(text.contains(u"Ask in #platform."));
        QVERIFY(text.contains(u"2 files"));
        QVERIFY(text.contains(u"1 needed, 3 can stay as they are"));
        QCOMPARE(named<QTextBrowser>(&bench.screen, u"About the template"_s)->toPlainText(),
                 u"All about it."_s);
        QCOMPARE(spokenRows(files(bench)),
                 (QStringList{u"deploy/base, folder"_s, u"service.yaml"_s,
                              u"big.txt, with other answers"_s, u"README.md"_s}));
        QCOMPARE(spokenRows(questions(bench)).first(), u"Name, needed, Short and lower case."_s);
    }

    void withoutReadmeTheDescriptionStandsThere()
    {
        CatalogBench bench({m_place.entry()});
        bench.show();
        QCOMPARE(named<QTextBrowser>(&bench.screen, u"About the template"_s)->toPlainText(),
                 u"As little as a service can be"_s);
    }

    void whereThereIsNoRoomTheFactsAreTabs()
    {
        CatalogBench bench({m_place.entry()});
        bench.screen.resize(900, 600);
        bench.show();
        auto *tabs = bench.screen.findChild<QTabBar *>();
        QVERIFY(tabs->isVisible());
        QVERIFY(!files(bench));
        QCOMPARE(bench.screen.panes().size(), 2);
        tabs->setCurrentIndex(1);
        QVERIFY(files(bench));
        QVERIFY(!questions(bench));
        tabs->setCurrentIndex(2);
        QVERIFY(questions(bench));
        bench.screen.resize(1400, 800);
        QVERIFY(!tabs->isVisible());
        QVERIFY(files(bench) && questions(bench));
        QCOMPARE(bench.screen.panes().size(), 4);
    }

    void readingLeadsBackToTheOverview()
    {
        CatalogBench bench({m_place.entry()});
        bench.screen.resize(900, 600);
        bench.show();
        bench.screen.findChild<QTabBar *>()->setCurrentIndex(1);
        QTest::keyClick(bench.list(), Qt::Key_Return);
        QVERIFY(named<QTextBrowser>(&bench.screen, u"About the template"_s)->hasFocus());
    }

    void whatCouldNotBeTriedIsSaid()
    {
        const ExampleTemplate place;
        place.write(u"template.yaml"_s, place.yaml("./missing"));
        CatalogBench bench({place.entry()});
        bench.show();
        QVERIFY(seen(bench).contains(u"It could not be tried with its defaults."));
        QVERIFY(seen(bench).contains(u"Names as the template has them"));
        QVERIFY(named<QPushButton>(&bench.screen, u"Use template"_s)->isEnabled());
    }

    void aBrokenTemplateShowsTheLinesThatAreWrong()
    {
        const ExampleTemplate place;
        QByteArray yaml = place.yaml("./skeleton");
        yaml.replace("{type: integer, title: Copies", "{type: intger, title: Copies");
        place.write(u"template.yaml"_s, yaml);
        const CatalogEntry broken = place.entry();
        QVERIFY(broken.definition.isBroken());
        const ExampleTemplate whole(u"whole"_s);
        CatalogBench bench({broken, whole.entry()});
        bench.show();
        const auto choose
            = [&bench](int which) { bench.list()->setCurrentIndex(bench.filter.index(which)); };
        const auto code = [&bench] {
            return findNamed<CodeView>(&bench.screen, u"Mistakes in template.yaml"_s);
        };
        for (int which = 0; which < bench.filter.rowCount() && !code(); ++which)
            choose(which);
        QVERIFY(code());
        QVERIFY(seen(bench).contains(u"1 error"));
        const CodeText &text = code()->text();
        QCOMPARE_GT(text.lineCount(), 3);
        QVERIFY(text.text().contains(u"type: intger"));
        QVERIFY(code()->height() >= code()->codeLayout().contentSize().height());
        QVERIFY(bench.screen.panes().contains(code()));
        int marked = -1;
        for (int line = 0; line < text.lineCount(); ++line) {
            if (code()->marks().spoken(line).contains(u"error"))
                marked = line;
        }
        QVERIFY(marked >= 0);
        QVERIFY(text.line(marked).contains(u"intger"));
        savePicture(&bench.screen, QStringLiteral(WAYMARK_PICTURES), u"catalog-broken"_s);
        for (int which = 0; which < bench.filter.rowCount() && code(); ++which)
            choose(which);
        QVERIFY(!code());
    }

    void tabReachesEverything()
    {
        CatalogBench bench({m_place.entry()});
        bench.show();
        QSet<QString> reached;
        QWidget *at = bench.search();
        at->setFocus();
        for (int i = 0; i < 40; ++i) {
            at = QApplication::focusWidget();
            const auto *interface = QAccessible::queryAccessibleInterface(at);
            reached += interface->text(QAccessible::Name);
            QTest::keyClick(at, Qt::Key_Tab);
        }
        for (const QString &name :
             {u"Filter templates"_s, u"Kind"_s, u"Templates"_s, u"Open folder"_s, u"Use template"_s,
              u"About the template"_s, u"Files it makes"_s, u"What it asks"_s, u"Sources"_s})
            QVERIFY2(reached.contains(name), qPrintable(name));
        QVERIFY(!reached.contains(QString()));
    }
};

QTEST_MAIN(TestTemplateDetail)
#include "tst_templatedetail.moc"
