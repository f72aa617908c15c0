#pragma once

class QLayout;

// What the cards of the component page hold.
namespace components {

// componentcontrols.cpp
QLayout *buttons();
QLayout *inputs();
QLayout *choices();

// componentfacts.cpp
QLayout *tokens();
QLayout *rows();
QLayout *badges();
QLayout *type();

// componentnotices.cpp
QLayout *notices();
QLayout *progress();

} // namespace components
