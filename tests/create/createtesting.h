#pragma once

#include "models/items/servicesession.h"
#include "tests/jobs/heldexecutor.h"
#include "views/create/createscreen.h"
#include "views/theme/theme.h"

#include <QAccessible>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

namespace waymark::testing {

/// The control below `root` that is called `name`, is shown and takes the focus; null: none. (Here
/// Qt calls a box of choices after its choice, and names it by its label.)
template<typename Widget>
Widget *named(const QWidget &root, const QString &name)
{
    for (auto *widget : root.findChildren<Widget *>()) {
        const auto *interface = QAccessible::queryAccessibleInterface(widget);
        const bool isControl = widget->isVisible() && widget->focusPolicy() != Qt::NoFocus;
        const bool isCalledSo = widget->accessibleName() == name
            || (interface && interface->text(QAccessible::Name) == name);
        if (isControl && isCalledSo)
            return widget;
    }
    return nullptr;
}

/// What the screen asked for, and what is answered.
struct Answers
{
    QString fileToOpen = {};
    QString fileToSave = {};
    bool confirms = false;
    QStringList asked = {};
};

/// A session on a template with a question of each kind, its plans made at once, and the screen.
class CreateBench
{
public:
    explicit CreateBench(const QByteArray &pages = allKinds())
    {
        write(QStringLiteral("all/template.yaml"),
              "apiVersion: scaffolder.backstage.io/v1beta3\n"
              "kind: Template\n"
              "metadata: {name: all, title: Every kind}\n"
              "spec:\n"
              "  owner: platform\n"
              "  type: service\n"
              "  parameters:\n"
                  + pages
                  + "  steps:\n"
                    "    - action: fetch:template\n"
                    "      input:\n"
                    "        url: ./skeleton\n"
                    "        values:\n"
                    "          name: ${{ parameters.name }}\n"
                    "          size: ${{ parameters.size }}\n"
                    "          copies: ${{ parameters.copies }}\n");
        write(QStringLiteral("all/waymark.yaml"),
              "version: 1.2.0\nlifecycle: supported\n"
              "golden:\n  size: {why: Most services need no more.}\n");
        write(QStringLiteral("all/skeleton/README.md"), "# ${{ values.name }}\n\nAll of it.\n");
        write(QStringLiteral("all/skeleton/deploy/service.yaml"),
              "name: ${{ values.name }}\ncopies: ${{ values.copies }}\nsize: ${{ values.size }}\n");
        write(QStringLiteral("all/skeleton/{% if values.size == 'large' %}big.txt{% endif %}"),
              "big\n");
    }

    /// Opens the template and shows the screen.
    void begin(QSize size = {1440, 900})
    {
        session.setDestinationParent(path(QStringLiteral("work")));
        session.open(entry(QStringLiteral("all")));
        screen.resize(size);
        screen.show();
        screen.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&screen));
    }
    /// The same with a template of the source tree.
    void beginBuiltIn(const QString &name, QSize size = {1440, 900})
    {
        const Source source{.name = QStringLiteral("built-in"),
                            .folder = QStringLiteral(WAYMARK_SOURCE_DIR "/templates"),
                            .kind = Source::Kind::BuiltIn};
        const auto found = readTemplateFolder(source.folder + u'/' + name, {source});
        if (!found)
            qFatal("%s", qPrintable(found.error().toString()));
        session.setDestinationParent(path(QStringLiteral("work")));
        session.open(*found);
        screen.resize(size);
        screen.show();
        screen.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&screen));
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] CatalogEntry entry(const QString &name) const
    {
        const auto found = readTemplateFolder(path(name));
        if (!found)
            qFatal("%s", qPrintable(found.error().toString()));
        return *found;
    }
    void write(const QString &name, const QByteArray &content) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }

    template<typename Widget>
    [[nodiscard]] Widget *control(const QString &name) const
    {
        auto *found = named<Widget>(screen, name);
        if (!found)
            qWarning("no control is called %s", qPrintable(name));
        return found;
    }
    /// Types into the control of this name, in place of what is there.
    void type(const QString &name, const QString &text) const
    {
        auto *widget = control<QWidget>(name);
        QVERIFY(widget);
        widget->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(widget->hasFocus());
        QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(widget, text);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QVERIFY(focus);
        QTest::keyClick(focus, key, modifiers);
    }
    [[nodiscard]] Value answer(const QString &name) const
    {
        return const_cast<ServiceSession &>(session).form().form().answers().value(name);
    }
    /// Where the focus is: the name that assistive tools say.
    [[nodiscard]] static QString focused()
    {
        const QWidget *focus = QApplication::focusWidget();
        return focus ? focus->accessibleName() : QString();
    }

    static QByteArray allKinds()
    {
        return "    - title: Basics\n"
               "      description: What it is called.\n"
               "      required: [name]\n"
               "      properties:\n"
               "        name: {type: string, title: Service name, ui:field: EntityNamePicker, "
               "pattern: '^[a-z][a-z0-9-]*$', description: Short and lower case.}\n"
               "        notes: {type: string, title: Notes, ui:widget: textarea}\n"
               "        copies: {type: integer, title: Copies, minimum: 1, maximum: 90, "
               "default: 2}\n"
               "        share: {type: number, title: Share, minimum: 0, maximum: 1, "
               "multipleOf: 0.25, default: 0.5}\n"
               "        public: {type: boolean, title: Public, default: false}\n"
               "        size: {type: string, title: Size, enum: [small, large], "
               "ui:enumNames: [Small, Large], default: small}\n"
               "    - title: Choices\n"
               "      properties:\n"
               "        reach: {type: string, title: Reach, enum: [inside, outside], "
               "ui:enumNames: [Only other services in the cluster, Everyone on the internet], "
               "default: inside}\n"
               "        region: {type: string, title: Region, enum: [a, b, c, d, e, f], "
               "ui:enumNames: [Frankfurt, Ireland, Stockholm, Virginia, Oregon, Sydney]}\n"
               "        zone: {type: string, title: Zone, enum: [z01, z02, z03, z04, z05, z06, "
               "z07, z08, z09, z10, z11, z12, z13, z14]}\n"
               "        features: {type: array, title: Features, uniqueItems: true, "
               "items: {type: string, enum: [cache, queue, search]}}\n"
               "        start: {type: string, title: Start, format: date}\n"
               "    - title: Lists\n"
               "      properties:\n"
               "        hosts: {type: array, title: Hosts, items: {type: string}}\n"
               "        labels: {type: object, title: Labels, "
               "additionalProperties: {type: string}}\n"
               "        token: {type: string, title: Token, ui:field: Secret}\n"
               "        certificate: {type: string, title: Certificate, format: data-url}\n"
               "        database:\n"
               "          type: object\n"
               "          title: Database\n"
               "          properties:\n"
               "            engine: {type: string, title: Engine}\n"
               "            disk: {type: integer, title: Disk}\n"
               "        routes: {type: array, title: Routes, items: {type: object, properties: "
               "{path: {type: string}}}}\n";
    }

    Answers answers;

private:
    [[nodiscard]] SessionSurroundings surroundings() const
    {
        return {.stateFolder = path(QStringLiteral("state")),
                .owner = QStringLiteral("Ada <ada@example.org>"),
                .clock = [] { return QDateTime({2026, 11, 24}, {10, 0}, QTimeZone::UTC); },
                .seed = [] { return QByteArray("9f2c"); },
                .ticks = [] { return qint64(0); },
                .execute = HeldExecutor::immediate()};
    }
    [[nodiscard]] Ask ask()
    {
        const auto remember = [this](const QString &title) { answers.asked += title; };
        return {.folder = {},
                .fileToOpen =
                    [=, this](QWidget *, const QString &title, const QString &, const QString &) {
                        remember(title);
                        return answers.fileToOpen;
                    },
                .fileToSave =
                    [=, this](QWidget *, const QString &title, const QString &, const QString &) {
                        remember(title);
                        return answers.fileToSave;
                    },
                .confirm =
                    [=, this](QWidget *, const QString &title, const QString &, const QString &) {
                        remember(title);
                        return answers.confirms;
                    }};
    }

    QTemporaryDir m_folder;

public:
    ServiceSession session{surroundings()};
    CreateScreen screen{session, ask()};
};

} // namespace waymark::testing
