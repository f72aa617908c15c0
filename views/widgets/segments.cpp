#include "views/widgets/segments.h"

#include "views/theme/appearance.h"
#include "views/theme/icons.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/mnemonics.h"

#include <QAction>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace waymark {
namespace {

// In px at 100 %.
constexpr qreal air = 18; ///< Of a segment, more than it can do with.
constexpr qreal lineGap = 4;

int stepOf(int key, bool isMirrored)
{
    switch (key) {
    case Qt::Key_Right:
        return isMirrored ? -1 : 1;
    case Qt::Key_Left:
        return isMirrored ? 1 : -1;
    case Qt::Key_Down:
        return 1;
    case Qt::Key_Up:
        return -1;
    default:
        return 0;
    }
}

} // namespace

Segments::Segments(const QString &name, Breaks breaks, QWidget *parent)
    : QWidget(parent)
    , m_breaks(breaks)
    , m_group(new QButtonGroup(this))
{
    setAccessibleRole(this, QAccessible::Grouping);
    setAccessibleName(name);
    const bool isFixed = breaks == Breaks::Never;
    QSizePolicy policy(isFixed ? QSizePolicy::Preferred : QSizePolicy::Expanding,
                       isFixed ? QSizePolicy::Fixed : QSizePolicy::Preferred);
    policy.setHeightForWidth(!isFixed);
    setSizePolicy(policy);
    connect(m_group, &QButtonGroup::idToggled, this, &Segments::setOneTabStop);
    connect(m_group, &QButtonGroup::idClicked, this, &Segments::chosenByUser);
}

QToolButton *Segments::add(const QString &text, const QString &iconName)
{
    auto *button = new QToolButton(this);
    button->setCheckable(true);
    setAccessibleRole(button, QAccessible::RadioButton);
    button->setText(literally(text));
    button->setAccessibleName(text);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    setControlSize(button, m_size);
    button->installEventFilter(this);
    m_group->addButton(button, int(m_buttons.size()));
    m_buttons += button;
    button->show();
    join(int(m_buttons.size()));
    setOneTabStop();
    updateGeometry();
    arrange();
    return button;
}

QToolButton *Segments::add(QAction *action)
{
    QToolButton *button = add(action->iconText());
    button->setIcon(action->icon());
    button->setChecked(action->isChecked());
    connect(button, &QToolButton::clicked, action, [action] { action->trigger(); });
    connect(action, &QAction::toggled, button, [button](bool isOn) {
        if (isOn)
            button->setChecked(true);
    });
    updateGeometry();
    return button;
}

void Segments::setChoices(const QStringList &titles)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_joined = 0;
    for (const QString &title : titles)
        add(title);
}

void Segments::choose(int choice)
{
    m_group->setExclusive(false); // so that none can be checked
    for (int i = 0; i < int(m_buttons.size()); ++i)
        m_buttons.at(i)->setChecked(i == choice);
    m_group->setExclusive(true);
    setOneTabStop();
}

int Segments::chosen() const
{
    return m_group->checkedId();
}

QWidget *Segments::tabStop() const
{
    QAbstractButton *checked = m_group->checkedButton();
    return checked || m_buttons.isEmpty() ? checked : m_buttons.first();
}

void Segments::setOneTabStop()
{
    const QWidget *stop = tabStop();
    for (QToolButton *button : std::as_const(m_buttons))
        button->setFocusPolicy(button == stop ? Qt::StrongFocus : Qt::ClickFocus);
}

void Segments::setSize(ControlSize size)
{
    m_size = size;
    for (QToolButton *button : std::as_const(m_buttons))
        setControlSize(button, size);
    updateGeometry();
}

void Segments::setIconsOnly(bool isIconsOnly)
{
    const auto style = isIconsOnly ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    for (QToolButton *button : std::as_const(m_buttons)) {
        button->setToolButtonStyle(style);
        button->setToolTip(isIconsOnly ? button->accessibleName() : QString());
    }
    updateGeometry();
    arrange();
}

bool Segments::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isPlain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const int steps = isPlain ? stepOf(key->key(), layoutDirection() == Qt::RightToLeft) : 0;
    if (steps == 0)
        return QWidget::eventFilter(watched, event);
    step(steps);
    return true;
}

/// From the last one to the first, and back.
void Segments::step(int steps)
{
    const auto isFocused = [](const QToolButton *button) { return button->hasFocus(); };
    const auto at = std::ranges::find_if(m_buttons, isFocused);
    if (at == m_buttons.end())
        return;
    const int count = int(m_buttons.size());
    QToolButton *next = m_buttons.at((int(at - m_buttons.begin()) + steps + count) % count);
    next->setFocus(steps > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    next->click();
}

int Segments::widthOf(int first, int count) const
{
    int width = 0;
    for (int i = first; i < std::min(first + count, int(m_buttons.size())); ++i)
        width += m_buttons.at(i)->sizeHint().width();
    return width;
}

/// How many stand in a line, of as few lines as can be.
int Segments::inLine(int width) const
{
    const int count = int(m_buttons.size());
    if (m_breaks == Breaks::Never)
        return count;
    for (int lines = 1; lines < count; ++lines) {
        const int each = (count + lines - 1) / lines;
        bool fits = true;
        for (int first = 0; first < count && fits; first += each)
            fits = widthOf(first, each) <= width;
        if (fits)
            return each;
    }
    return 1;
}

int Segments::lineHeight() const
{
    return m_buttons.isEmpty() ? 0 : m_buttons.first()->sizeHint().height();
}

QSize Segments::sizeHint() const
{
    const int count = int(m_buttons.size());
    return {widthOf(0, count) + count * px(this, air), lineHeight()};
}

QSize Segments::minimumSizeHint() const
{
    const int count = int(m_buttons.size());
    if (m_breaks == Breaks::Never)
        return {widthOf(0, count), lineHeight()};
    int widest = 0;
    for (int i = 0; i < count; ++i)
        widest = std::max(widest, widthOf(i, 1));
    return {widest, lineHeight()};
}

int Segments::heightForWidth(int width) const
{
    if (m_buttons.isEmpty())
        return 0;
    const int each = inLine(width);
    const int lines = (int(m_buttons.size()) + each - 1) / each;
    return lines * lineHeight() + (lines - 1) * px(this, lineGap);
}

void Segments::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void Segments::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::StyleChange)
        return;
    updateGeometry();
    arrange();
}

/// Each line looks like one control.
void Segments::join(int inLine)
{
    if (m_joined == inLine)
        return;
    m_joined = inLine;
    for (qsizetype first = 0; first < m_buttons.size(); first += inLine)
        setSegments(m_buttons.mid(first, inLine));
}

void Segments::arrange()
{
    const int count = int(m_buttons.size());
    if (count == 0)
        return;
    const int each = inLine(width());
    join(each);
    int top = 0;
    for (int first = 0; first < count; first += each) {
        placeLine(first, std::min(each, count - first), top);
        top += lineHeight() + px(this, lineGap);
    }
}

/// All of them are as wide where that is wide enough for each one; else each has its share of the
/// room there is.
void Segments::placeLine(int first, int count, int top)
{
    int widest = 0;
    for (int i = 0; i < count; ++i)
        widest = std::max(widest, widthOf(first + i, 1));
    const bool areEven = m_breaks != Breaks::Never && widest * count <= width();
    const int more = std::max(0, width() - widthOf(first, count));
    int left = 0;
    for (int i = 0; i < count; ++i) {
        const int shared = more * (i + 1) / count - more * i / count;
        const int even = width() * (i + 1) / count - width() * i / count;
        const int wide = areEven ? even : widthOf(first + i, 1) + shared;
        const QRect place(left, top, wide, lineHeight());
        m_buttons.at(first + i)->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        left += wide;
    }
}

} // namespace waymark
