#include "models/catalog/backstagereader.h"
#include "models/items/catalogfilter.h"
#include "models/items/filetreemodel.h"
#include "models/items/formmodel.h"
#include "models/items/linelinks.h"
#include "tests/benchmarks/benchtemplates.h"
#include "tests/benchmarks/sheet.h"

#include <QCoreApplication>

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::bench;

namespace {

/// CPU time: the models are one thread's, and a busy machine does not count.
template<typename Run>
double millisecondsOf(Run run)
{
    const std::clock_t started = std::clock();
    run();
    return 1000.0 * double(std::clock() - started) / CLOCKS_PER_SEC;
}

/// 5,000 templates with a README of 400 words each.
void catalog()
{
    QList<CatalogEntry> entries;
    QStringList readmes;
    for (int i = 0; i < 5000; ++i) {
        CatalogEntry entry;
        entry.source.name = u"bench"_s;
        entry.path = entry.id = entry.definition.name = u"template-%1"_s.arg(i);
        entry.definition.title = someWords(quint32(i), 3) + u" service"_s;
        entry.definition.description = someWords(quint32(i) + 7000U, 12);
        entry.definition.tags = {someWord(quint32(i) % 50U), u"go"_s};
        entry.definition.owner = someWord(quint32(i) % 40U);
        entry.definition.type = i % 3 == 0 ? u"service"_s : u"library"_s;
        entries += entry;
        readmes += someWords(quint32(i) + 90'000U, 400);
    }
    std::shared_ptr<const CatalogListing> listing;
    const double made = millisecondsOf([&] { listing = listingOf(entries, readmes); });
    std::printf("Catalog of 5,000 templates (index made in %.0f ms, off the window's thread)\n",
                made);
    CatalogModel model;
    CatalogFilter filter(model);
    model.setListing(listing);
    QList<double> times;
    QList<double> facets;
    for (const QString &query : {u"service"_s, u"alber"_s, u"kernet conber"_s, u"forgarhol"_s,
                                 u"lumnetkerhol"_s, u"template-4999"_s, u"go"_s}) {
        for (qsizetype size = 1; size <= query.size(); ++size)
            times += millisecondsOf([&] { filter.setQuery(query.first(size)); });
        facets += millisecondsOf([&] { std::ignore = filter.values(Facet::Owner); });
        times += millisecondsOf([&] { filter.setQuery({}); });
    }
    Sheet sheet;
    sheet.add(u"a keystroke in the search"_s, times, {16, Goal::Of::NinetyFive});
    sheet.add(u"the counts of a facet"_s, facets, {16, Goal::Of::NinetyFive});
    sheet.print();
}

/// A form of `count` fields, every tenth of them with choices.
void form(int count)
{
    Template definition = readBackstageTemplate(formManifest(count), u"template.yaml"_s);
    definition.sidecar = Sidecar();
    FormModel model;
    model.setTemplate(definition);
    QList<double> times;
    QString typed;
    for (int i = 0; i < 200; ++i) {
        typed += QChar(u'a' + i % 26);
        if (typed.size() > 65)
            typed.clear();
        const AnswerPath path = {u"field%1"_s.arg(i / 20 * 3 + 1)};
        times += millisecondsOf([&] { model.type(path, typed, i); });
        model.settle(i * 1000LL);
    }
    std::printf("A form of %d fields\n", count);
    Sheet sheet;
    sheet.add(u"a keystroke, with validation and rows"_s, times, {16, Goal::Of::NinetyFive});
    sheet.print();
}

/// `count` files of which every one has a line from an answer.
void files(int count)
{
    auto plan = std::make_shared<Plan>();
    for (int i = 0; i < count; ++i) {
        PlannedFile file;
        file.change.path = QByteArray("folder" + QByteArray::number(i / 10 + 1000) + "/file"
                                      + QByteArray::number(i % 10) + ".yaml");
        file.change.content = QByteArray("name: orders\n") + QByteArray(4000, 'x') + '\n';
        file.provenance.answers = {{}, {{u"name"_s}, {}}};
        file.provenance.stretches = {{.start = 0, .end = 6},
                                     {.start = 6, .end = 12, .answers = 1},
                                     {.start = 12, .end = file.change.content.size()}};
        plan->files += file;
    }
    FileTreeModel tree;
    tree.setPlan(*plan);
    QList<double> times;
    for (int i = 0; i < 40; ++i) {
        times += millisecondsOf([&] {
            tree.setPlan(*plan);
            const LineLinks links(plan);
            tree.setLinked(links.counts(i % 2 == 0 ? u"name"_s : u"none"_s), u"Name"_s);
        });
    }
    std::printf("A plan of %d files\n", count);
    Sheet sheet;
    sheet.add(u"tree and linked lines of a keystroke"_s, times,
              {count > 100 ? 50.0 : 16.0, Goal::Of::NinetyFive});
    sheet.print();
}

} // namespace

/// bench_items: what a keystroke costs the window's models, in time of a processor.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    catalog();
    form(100);
    form(1000);
    files(100);
    files(1000);
    return 0;
}
