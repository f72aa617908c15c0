#include "tests/benchmarks/benchtemplates.h"
#include "tests/benchmarks/benchwindow.h"
#include "tests/benchmarks/pictures.h"
#include "tests/benchmarks/sheet.h"
#include "tests/benchmarks/windowfigures.h"

#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace waymark::bench {

void measureForm()
{
    const QTemporaryDir templates;
    writeForm(templates.path(), 1000);
    BenchWindow window(templates.path());
    window.readCatalog();
    window.begin(u"form"_s);
    Sheet sheet;
    for (const QString &name : {u"field1"_s, u"field9"_s}) {
        QWidget *editor = window.control(name);
        editor->setFocus(Qt::TabFocusReason);
        QTest::keyClick(editor, Qt::Key_End);
        window.rest();
        sheet.add(u"a keystroke, to the painted field"_s, typed(editor, QString(50, u'x'), editor),
                  {16, Goal::Of::NinetyFive});
    }
    std::puts("A form of 1,000 fields, in the window");
    sheet.print();
    window.session().discardDraft();
}

} // namespace waymark::bench
