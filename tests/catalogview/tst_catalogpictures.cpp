#include "tests/catalogview/catalogviewtesting.h"
#include "views/catalog/catalogpane.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// The built-in template in front of those of the design's pictures.
QList<CatalogEntry> entries()
{
    const Source source{.name = u"built-in"_s,
                        .folder = QStringLiteral(WAYMARK_SOURCE_DIR "/templates"),
                        .kind = Source::Kind::BuiltIn};
    QList<CatalogEntry> all = northwind();
    for (const QString &name : {u"go-service"_s, u"python-service"_s}) {
        if (const auto entry = readTemplateFolder(source.folder + u'/' + name, {source}))
            all += *entry;
    }
    all.removeAt(1); // there is a real one
    return all;
}

QStringList readmes()
{
    QStringList texts;
    const QList<CatalogEntry> all = entries();
    for (const CatalogEntry &entry : all)
        texts += readmeOf(entry);
    return texts;
}

/// Labels that are cut: what they say needs more room than they have.
QStringList cutLabels(const QWidget &window)
{
    QStringList cut;
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const int needed = label->wordWrap() ? label->heightForWidth(label->width())
                                             : label->sizeHint().height();
        const bool isNarrow = !label->wordWrap() && label->width() < label->sizeHint().width();
        if (label->height() < needed || isNarrow)
            cut += label->text();
    }
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        const bool isPart = qobject_cast<const QLineEdit *>(button->parent()); // its icon
        if (!isPart && button->isVisible() && button->width() < button->sizeHint().width())
            cut += button->text();
    }
    return cut;
}

} // namespace

/// Leaves its pictures in the build folder, to be looked at beside those of the design.
class TestCatalogPictures : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

    static void picture(CatalogScreen &screen, const QString &name)
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        screen.grab().save(QStringLiteral(WAYMARK_PICTURES) + u'/' + name + u".png"_s);
    }

private Q_SLOTS:
    void theScreenIsAsDrawn_data()
    {
        QTest::addColumn<SchemeChoice>("scheme");
        QTest::addColumn<QSize>("size"); // what the window leaves the screen
        QTest::addColumn<qreal>("textScale");
        const QSize large(1440 - 208, 900 - 40 - 26);
        const QSize small(1024 - 56, 680 - 40 - 26);
        QTest::newRow("light") << SchemeChoice::Light << large << 1.0;
        QTest::newRow("dark") << SchemeChoice::Dark << large << 1.0;
        QTest::newRow("small-light") << SchemeChoice::Light << small << 1.0;
        QTest::newRow("small-dark") << SchemeChoice::Dark << small << 1.0;
        QTest::newRow("200") << SchemeChoice::Light << QSize(1440 - 112, 900 - 132) << 2.0;
    }

    void theScreenIsAsDrawn()
    {
        QFETCH(const SchemeChoice, scheme);
        QFETCH(const QSize, size);
        QFETCH(const qreal, textScale);
        m_theme.setSchemeChoice(scheme);
        m_theme.setTextScale(textScale);
        CatalogBench bench(entries(), readmes());
        bench.screen.resize(size);
        bench.show();
        bench.screen.showTemplate(u"built-in\ngo-service"_s);
        const QString name = u"catalog-"_s + QString::fromLatin1(QTest::currentDataTag());
        picture(bench.screen, name);
        QTRY_COMPARE(cutLabels(bench.screen).join(u" | "), QString());
        QCOMPARE(bench.screen.size(), size);
        if (QAction *toList = bench.action("catalogToList"); toList->isVisible())
            toList->trigger();
        QTest::keyClicks(bench.search(), u"servise"_s);
        bench.action("catalogAsGrid")->trigger();
        picture(bench.screen, name + u"-grid"_s);
        QTRY_COMPARE(cutLabels(bench.screen).join(u" | "), QString());
        bench.screen.showTemplate(u"built-in\ngo-service"_s);
        auto *tabs = bench.screen.findChild<QTabBar *>();
        if (!tabs->isVisible())
            return;
        tabs->setCurrentIndex(1);
        picture(bench.screen, name + u"-files"_s);
        tabs->setCurrentIndex(2);
        picture(bench.screen, name + u"-questions"_s);
    }

    void statesAreAsDrawn_data()
    {
        QTest::addColumn<SchemeChoice>("scheme");
        QTest::newRow("light") << SchemeChoice::Light;
        QTest::newRow("dark") << SchemeChoice::Dark;
    }

    void statesAreAsDrawn()
    {
        QFETCH(const SchemeChoice, scheme);
        m_theme.setSchemeChoice(scheme);
        m_theme.setTextScale(1);
        const QString end = u'-' + QString::fromLatin1(QTest::currentDataTag());
        CatalogBench bench(QList<CatalogEntry>{});
        bench.show();
        picture(bench.screen, u"catalog-empty"_s + end);
        bench.screen.setReading(true);
        QTRY_VERIFY(bench.list()->expectsMore());
        bench.model.setListing(listingOf(entries().mid(1, 2)));
        picture(bench.screen, u"catalog-loading"_s + end);
        bench.screen.setReading(false);
        bench.model.setListing(
            listingOf(entries(), readmes(),
                      {{.severity = Severity::Warning,
                        .message = u"The folder is not there."_s,
                        .file = u"/media/northwind/templates"_s,
                        .hint = u"Connect the drive, or remove the source."_s}}));
        bench.screen.showTemplate(u"tests\nbroken"_s);
        picture(bench.screen, u"catalog-broken"_s + end);
        bench.screen.showTemplate(u"tests\nnode-service"_s);
        picture(bench.screen, u"catalog-deprecated"_s + end);
        bench.filter.setChosen(Facet::Kind, {u"job"_s});
        QTest::keyClicks(bench.search(), u"elixir"_s);
        picture(bench.screen, u"catalog-nothing"_s + end);
        QTRY_COMPARE(cutLabels(bench.screen).join(u" | "), QString());
    }

    void cleanupTestCase()
    {
        m_theme.setTextScale(1);
        m_theme.setSchemeChoice(SchemeChoice::System);
    }
};

QTEST_MAIN(TestCatalogPictures)
#include "tst_catalogpictures.moc"
