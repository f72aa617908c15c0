#include "views/widgets/notice.h"

#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/actionbutton.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/iconlabel.h"
#include "views/widgets/wraplabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

struct NoticeLook
{
    Surface surface;
    const char16_t *icon;
    Token ink;
};

NoticeLook lookOf(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return {Surface::Information, u"info", Token::AccentTx};
    case Severity::Warning:
        return {Surface::Warning, u"warn", Token::WarnTx};
    case Severity::Error:
        return {Surface::Error, u"error", Token::ErrTx};
    }
    Q_UNREACHABLE_RETURN({});
}

QString placeOf(const Problem &problem)
{
    if (problem.file.isEmpty() || !problem.position)
        return problem.file;
    return u"%1:%2:%3"_s.arg(problem.file)
        .arg(problem.position->line)
        .arg(problem.position->column);
}

QPushButton *flatButton(const QString &words, QWidget *parent)
{
    auto *button = new QPushButton(words, parent);
    setButtonLook(button, ButtonLook::Flat);
    setControlSize(button, ControlSize::Compact);
    return button;
}

QPlainTextEdit *detailsView(QWidget *parent)
{
    auto *view = new QPlainTextEdit(parent);
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setAccessibleName(Notice::tr("Details"));
    setTextRole(view, TextRole::Code);
    view->hide();
    return view;
}

} // namespace

Notice::Notice(QWidget *parent)
    : QFrame(parent)
    , m_row(new QHBoxLayout(this))
    , m_body(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_buttons(new QHBoxLayout)
    , m_icon(new IconLabel(u"info"_s, Token::AccentTx, this))
    , m_title(new WrapLabel(TextRole::BodyMedium, Token::Tx, this))
    , m_text(new WrapLabel(TextRole::Help, Token::Tx2, this))
    , m_place(new ElidedLabel(TextRole::CodeSmall, Token::Tx2, this))
    , m_details(detailsView(this))
    , m_unfold(flatButton(tr("Show details"), this))
    , m_copy(flatButton(tr("Copy details"), this))
{
    setAccessibleRole(this, QAccessible::AlertMessage);
    build();
    connect(m_unfold, &QPushButton::clicked, this, [this] { unfold(m_details->isHidden()); });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_details->toPlainText()); });
    hide();
}

void Notice::build()
{
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    for (QWidget *part : QList<QWidget *>{m_title, m_text, m_place})
        words->addWidget(part);
    words->addWidget(m_details);
    m_buttons->addWidget(m_unfold);
    m_buttons->addWidget(m_copy);
    m_buttons->addStretch();
    m_body->addLayout(words, 1);
    m_body->addLayout(m_buttons);
    m_row->addWidget(m_icon, 0, Qt::AlignTop);
    m_row->addLayout(m_body, 1);
    measure();
}

void Notice::measure()
{
    const int margin = px(this, 12);
    m_row->setContentsMargins(margin, px(this, 10), margin, px(this, 10));
    m_row->setSpacing(px(this, 10));
    m_body->setSpacing(px(this, 8));
    m_buttons->setSpacing(px(this, 8));
    m_details->setFixedHeight(px(this, 120));
}

void Notice::show(Severity severity, const QString &title, const QString &text,
                  const QString &details)
{
    const NoticeLook look = lookOf(severity);
    setSurface(this, look.surface);
    m_icon->setIcon(QString::fromUtf16(look.icon), look.ink);
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setPlace({});
    m_details->setPlainText(details);
    m_unfold->setVisible(!details.isEmpty());
    m_copy->setVisible(!details.isEmpty());
    unfold(false);
    setAccessibleName(title);
    setAccessibleDescription(text);
    show();
    arrange();
    announce(this, text.isEmpty() ? title : title + u' ' + text, severity == Severity::Error);
}

void Notice::show(const Problem &problem)
{
    show(problem.severity, problem.message, problem.hint, problem.excerpt);
    setPlace(placeOf(problem));
}

void Notice::setPlace(const QString &place)
{
    m_place->setText(place);
    m_place->setVisible(!place.isEmpty());
}

void Notice::setActions(const QList<QAction *> &actions)
{
    for (const auto &button : std::as_const(m_actions))
        delete button;
    m_actions.clear();
    for (QAction *action : actions) {
        auto *button = new ActionButton(
            action, m_actions.isEmpty() ? ButtonLook::Usual : ButtonLook::Flat, this);
        setControlSize(button, ControlSize::Compact);
        m_buttons->insertWidget(int(m_actions.size()), button);
        m_actions += button;
    }
    arrange();
}

void Notice::unfold(bool isOpen)
{
    m_details->setVisible(isOpen);
    m_unfold->setText(isOpen ? tr("Hide details") : tr("Show details"));
}

void Notice::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void Notice::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_details)
        measure();
}

/// Buttons stand beside the words where these keep half of the width, else below them.
void Notice::arrange()
{
    const bool isWide = m_buttons->sizeHint().width() < width() / 2;
    m_body->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace waymark
