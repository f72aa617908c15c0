#include "models/catalog/backstagereader.h"
#include "models/items/catalogfilter.h"
#include "models/items/filetreemodel.h"
#include "models/items/formmodel.h"
#include "models/items/linelinks.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// CPU time: the models are one thread's, and a busy machine does not count.
template<typename Run>
double millisecondsOf(Run run)
{
    const std::clock_t started = std::clock();
    run();
    return 1000.0 * double(std::clock() - started) / CLOCKS_PER_SEC;
}

/// The time that 95 of 100 runs do not exceed, beside the figure to hold.
void tell(const char *what, QList<double> times, double figure)
{
    std::ranges::sort(times);
    const double p95 = times.at(std::min(times.size() - 1, times.size() * 95 / 100));
    std::printf("  %-58s %6.2f ms at p95, %6.2f ms at most, to hold: %.0f ms\n", what, p95,
                times.last(), figure);
}

QString word(quint32 number)
{
    static const QStringList parts = {u"al"_s,  u"ber"_s, u"con"_s, u"del"_s, u"eva"_s, u"for"_s,
                                      u"gra"_s, u"hol"_s, u"ing"_s, u"ker"_s, u"lum"_s, u"net"_s};
    return parts.at(number % 12) + parts.at(number / 12 % 12) + parts.at(number / 144 % 12)
        + parts.at(number / 1728 % 12);
}

QString text(quint32 seed, int words)
{
    QString all;
    for (int i = 0; i < words; ++i) {
        seed = seed * 1664525U + 1013904223U;
        all += word((seed >> 8U) % 20'000U) + u' ';
    }
    return all;
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
        entry.definition.title = text(quint32(i), 3) + u"service"_s;
        entry.definition.description = text(quint32(i) + 7000U, 12);
        entry.definition.tags = {word(quint32(i) % 50U), u"go"_s};
        entry.definition.owner = word(quint32(i) % 40U);
        entry.definition.type = i % 3 == 0 ? u"service"_s : u"library"_s;
        entries += entry;
        readmes += text(quint32(i) + 90'000U, 400);
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
    tell("a keystroke in the search", times, 16);
    tell("the counts of a facet", facets, 16);
}

/// A form of `count` fields, every tenth of them with choices.
void form(int count)
{
    QByteArray yaml
        = "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: "
          "bench}\nspec:\n  type: service\n  owner: me\n  steps: []\n  parameters:\n";
    for (int i = 0; i < count; ++i) {
        if (i % 20 == 0)
            yaml += "    - title: Page\n      properties:\n";
        const QByteArray name = "field" + QByteArray::number(i);
        yaml += "        " + name
            + (i % 10 == 0
                   ? ": {type: string, enum: [a, b, c], default: a}\n"
                   : ": {type: string, default: text, maxLength: 40, pattern: '^[a-z]*$'}\n");
    }
    Template definition = readBackstageTemplate(yaml, u"template.yaml"_s);
    definition.sidecar = Sidecar();
    FormModel model;
    model.setTemplate(definition);
    QList<double> times;
    QString typed;
    for (int i = 0; i < 200; ++i) {
        typed += QChar(u'a' + i % 26);
        if (typed.size() > 45)
            typed.clear();
        const AnswerPath path = {u"field%1"_s.arg(i / 20 * 3 + 1)};
        times += millisecondsOf([&] { model.type(path, typed, i); });
        model.settle(i * 1000LL);
    }
    std::printf("A form of %d fields\n", count);
    tell("a keystroke, with validation and rows", times, 16);
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
    tell("tree and linked lines of a keystroke", times, count > 100 ? 50 : 16);
}

} // namespace

/// Prints what a keystroke costs the window's models, beside the figures to hold.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    catalog();
    form(100);
    form(1000);
    files(100);
    files(1000);
}
