#include "models/items/commandentries.h"

#include "tests/items/catalogtesting.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

using Kind = CommandEntry::Kind;

QList<CommandEntry> entries()
{
    QList<CommandEntry> all = {
        {Kind::Action, u"settings"_s, u"Update settings"_s, u"Settings, Catalog"_s},
        {Kind::Action, u"check"_s, u"Check for catalog updates"_s, u"Tools"_s},
        {Kind::Action, u"new"_s, u"New service…"_s, u"File"_s},
        {Kind::Service, u"cart"_s, u"cart-api"_s, u"Go HTTP service 3.3.1"_s},
        {Kind::Template, u"go"_s, u"Go HTTP service"_s, u"3.4.0"_s},
        {Kind::Field, u"memory"_s, u"Memory per copy"_s, u"Infrastructure"_s},
        {Kind::File, u"deploy/a.yaml"_s, u"a.yaml"_s, u"deploy"_s},
    };
    all[1].keys = {u"F5"_s};
    all[2].keywords = u"create start"_s;
    all[2].isEnabled = false;
    all[2].reason = u"No template."_s;
    return all;
}

QString lineOf(const QModelIndex &index)
{
    const bool isHeading = index.data(CommandModel::IsHeadingRole).toBool();
    return (isHeading ? u"= "_s : QString()) + index.data().toString();
}

} // namespace

class TestCommandModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<CommandModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
        m_model->setEntries(entries());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void matchesAreGrouped_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");
        QTest::newRow("the best first")
            << u"upd"_s
            << u"= Best match\nUpdate settings\n= Commands\nCheck for catalog updates\n"_s;
        QTest::newRow("of every kind")
            << u"service"_s
            << u"= Best match\nNew service…\n= Services\ncart-api\n= Templates\nGo HTTP service\n"_s;
        QTest::newRow("commands") << u">service"_s << u"= Best match\nNew service…\n"_s;
        QTest::newRow("services") << u"@ service"_s << u"= Best match\ncart-api\n"_s;
        QTest::newRow("templates") << u"#service"_s << u"= Best match\nGo HTTP service\n"_s;
        QTest::newRow("all commands")
            << u">"_s
            << u"= Commands\nUpdate settings\nCheck for catalog updates\nNew service…\n"_s;
        QTest::newRow("a field") << u"memory"_s << u"= Best match\nMemory per copy\n"_s;
        QTest::newRow("a file") << u"yaml"_s << u"= Best match\na.yaml\n"_s;
        QTest::newRow("words that are not shown")
            << u"create"_s << u"= Best match\nNew service…\n"_s;
        QTest::newRow("with a slip") << u"setings"_s << u"= Best match\nUpdate settings\n"_s;
        QTest::newRow("first letters")
            << u"cfcu"_s << u"= Best match\nCheck for catalog updates\n"_s;
        QTest::newRow("nothing") << u"xyzzy"_s << u""_s;
        QTest::newRow("no query and nothing used") << u""_s << u""_s;
    }

    void matchesAreGrouped()
    {
        QFETCH(const QString, query);
        m_model->setQuery(query);
        QTEST(outline(*m_model, lineOf), "expected");
    }

    void whatWasUsedComesFirst()
    {
        m_model->use(entries().at(1));
        m_model->use(entries().at(5));
        QCOMPARE(outline(*m_model, lineOf),
                 u"= Used lately\nMemory per copy\nCheck for catalog updates\n"_s);
        m_model->setQuery(u"upd"_s);
        QCOMPARE(m_model->best().data().toString(), u"Check for catalog updates"_s);
        CommandModel later;
        later.setRecent(m_model->recent());
        later.setEntries(entries());
        QCOMPARE(outline(later, lineOf),
                 u"= Used lately\nMemory per copy\nCheck for catalog updates\n"_s);
    }

    void onlySoMuchIsRemembered()
    {
        for (int i = 0; i < 30; ++i)
            m_model->use({Kind::Action, QString::number(i), u"t"_s});
        QCOMPARE(m_model->recent().size(), 12);
        QCOMPARE(m_model->recent().first(), u"0 29"_s);
    }

    void whatIsSelectedComesBeforeAll()
    {
        QList<CommandEntry> all = entries();
        all.append({Kind::Action, u"update"_s, u"Do an update of cart-api…"_s, u"selected"_s});
        all.last().isOfSelection = true;
        m_model->setEntries(all);
        m_model->use(all.at(0));
        QCOMPARE(outline(*m_model, lineOf),
                 u"= Used lately\nDo an update of cart-api…\nUpdate settings\n"_s);
        m_model->setQuery(u"upd"_s);
        QCOMPARE(m_model->best().data().toString(), u"Do an update of cart-api…"_s);
    }

    void matchedLettersAndKeysAreTold()
    {
        m_model->setQuery(u"upda"_s);
        const QModelIndex index = m_model->next(m_model->best());
        QCOMPARE(index.data(CommandModel::SpansRole).value<QList<TextSpan>>(),
                 (QList<TextSpan>{{18, 4}}));
        QCOMPARE(index.data(CommandModel::KeysRole).toStringList(), QStringList{u"F5"_s});
        QCOMPARE(index.data(CommandModel::IdRole).toString(), u"check"_s);
        QCOMPARE(index.data(Qt::AccessibleTextRole).toString(),
                 u"Check for catalog updates, Tools"_s);
        QCOMPARE(m_model->entry(index)->id, u"check"_s);
    }

    void headingsAreSkipped()
    {
        m_model->setQuery(u"upd"_s);
        QCOMPARE(m_model->rowCount(), 4);
        QCOMPARE(m_model->best().row(), 1);
        QCOMPARE(m_model->next(m_model->index(1)).row(), 3);
        QCOMPARE(m_model->next(m_model->index(3)).row(), 1);
        QCOMPARE(m_model->next(m_model->index(1), true).row(), 3);
        QCOMPARE(m_model->next({}, true).row(), 3);
        QVERIFY(!m_model->entry(m_model->index(0)));
        QVERIFY(!(m_model->flags(m_model->index(0)) & Qt::ItemIsSelectable));
        m_model->setQuery(u"xyzzy"_s);
        QVERIFY(!m_model->best().isValid());
    }

    void whatCannotBeRunSaysWhy()
    {
        m_model->setQuery(u"new"_s);
        QVERIFY(!m_model->best().data(CommandModel::EnabledRole).toBool());
        QCOMPARE(m_model->best().data(CommandModel::ReasonRole).toString(), u"No template."_s);
    }

    void aGroupIsNotEndless()
    {
        QList<CommandEntry> many;
        for (int i = 0; i < 500; ++i)
            many += {Kind::File, QString::number(i), u"file %1"_s.arg(i)};
        m_model->setEntries(many);
        m_model->setQuery(u"file"_s);
        QCOMPARE(m_model->rowCount(), 33);
    }

    void templatesFieldsAndFilesAreEntries()
    {
        CatalogModel catalog;
        catalog.setListing(listingOf(northwind()));
        const auto templates = templateEntries(catalog);
        QCOMPARE(templates.size(), 5);
        QCOMPARE(templates.first().title, u"Go HTTP service"_s);
        QCOMPARE(templates.first().detail, u"3.4.0"_s);
        FormModel form;
        form.setTemplate(
            asking("{title: Basics, properties: {name: {title: Name}, g: {type: object, "
                   "title: Group, properties: {a/b: {type: string, title: Inner}}}}}"));
        QStringList fields;
        for (const CommandEntry &entry : fieldEntries(form))
            fields += entry.id + u' ' + entry.title + u", "_s + entry.detail;
        QCOMPARE(fields,
                 (QStringList{u"/name Name, Basics"_s, u"/g Group, Basics"_s,
                              u"/g/a~1b Inner, Basics"_s}));
        Plan plan;
        plan.files = {PlannedFile{.change = {.path = "deploy/a.yaml"}},
                      PlannedFile{.change = {.path = "x", .kind = ChangeClass::NotNeeded}}};
        const auto files = fileEntries(plan);
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().title, u"a.yaml"_s);
        QCOMPARE(files.first().detail, u"deploy"_s);
        QCOMPARE(files.first().id, u"deploy/a.yaml"_s);
    }

private:
    std::unique_ptr<CommandModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestCommandModel)
#include "tst_commandmodel.moc"
