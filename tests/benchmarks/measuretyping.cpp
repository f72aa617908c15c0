#include "tests/benchmarks/benchtemplates.h"
#include "tests/benchmarks/benchwindow.h"
#include "tests/benchmarks/pictures.h"
#include "tests/benchmarks/sheet.h"
#include "tests/benchmarks/windowfigures.h"

#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace waymark::bench {
namespace {

/// A field that is typed into.
struct Field
{
    QString title;
    QString name;
    int letters;
};

/// Files of all previews, and those that were rendered for them.
struct Rendered
{
    qsizetype files = 0;
    qsizetype again = 0;
};

/// One letter more with each keystroke, each from the key to the picture of the file with it.
QList<double> typeInto(BenchWindow &window, const Field &field, Rendered &rendered)
{
    QWidget *editor = window.control(field.title);
    editor->setFocus(Qt::TabFocusReason);
    QTest::keyClick(editor, Qt::Key_End);
    window.openFile(window.fileWith(field.name));
    window.rest();
    ServiceSession &session = window.session();
    const QObject counting;
    QObject::connect(&session, &ServiceSession::previewChanged, &counting,
                     [&] { rendered.again += session.preview().renderedAgain.size(); });
    QList<double> milliseconds;
    for (int i = 0; i < field.letters; ++i) {
        const QChar letter(u'a' + i % 26);
        const QString text = window.answered(field.name) + letter;
        milliseconds += timeToPicture(
            window.code().viewport(), [&] { QTest::keyClick(editor, letter.toLatin1()); },
            [&] { return window.code().text().text().contains(text); });
        window.rest();
        rendered.files += session.preview().rendering.files.size();
    }
    return milliseconds;
}

void measure(qsizetype count, double most)
{
    const Goal goal{most, Goal::Of::NinetyFive};
    const QTemporaryDir templates;
    writeGoService(templates.path(), count);
    BenchWindow window(templates.path());
    window.application().theme().setMotionChoice(MotionChoice::Reduced); // lines that flash
    window.readCatalog();
    window.begin(u"go-service"_s);
    window.answer(u"Service name"_s, u"orders"_s);
    window.answer(u"Owning team"_s, u"checkout"_s);
    Sheet sheet;
    QList<double> all;
    Rendered rendered;
    for (const Field &field :
         {Field{u"Service name"_s, u"name"_s, 20}, Field{u"Owning team"_s, u"owner"_s, 30},
          Field{u"What it does"_s, u"description"_s, 50}}) {
        const QList<double> milliseconds = typeInto(window, field, rendered);
        sheet.add(u"typed into “%1”"_s.arg(field.title), milliseconds, goal);
        all += milliseconds;
    }
    sheet.add(u"typed into any of them"_s, all, goal);
    const qsizetype files = window.session().preview().rendering.files.size();
    std::printf("From a keystroke to the repainted preview, %lld files, of which %.1f %% are "
                "rendered again\n",
                static_cast<long long>(files),
                100.0 * double(rendered.again) / double(rendered.files));
    sheet.print();
    window.session().discardDraft();
}

} // namespace

void measureTyping()
{
    measure(20, 16);
    measure(100, 16);
    measure(1000, 50);
}

} // namespace waymark::bench
