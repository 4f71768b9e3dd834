window.byggsten = window.byggsten || (function () {
  "use strict";
  var LOOKS = ["color", "backgroundColor", "outlineStyle", "outlineWidth", "outlineColor", "boxShadow",
    "borderTopColor", "borderTopWidth", "borderLeftColor", "borderLeftWidth", "textDecorationLine",
    "textDecorationThickness", "top", "left", "clip", "position"];

  function path(element) {
    if (!element || element === document.body) {
      return "body";
    }
    if (element.id) {
      return element.localName + "#" + element.id;
    }
    var place = 1;
    for (var other = element.previousElementSibling; other; other = other.previousElementSibling) {
      if (other.localName === element.localName) {
        place++;
      }
    }
    var own = element.localName + ":nth-of-type(" + place + ")";
    return element.parentElement ? path(element.parentElement) + " > " + own : own;
  }

  function shown(element) {
    // What lies in a closed details element has a box, but nobody sees it or comes to it.
    if (element.checkVisibility && !element.checkVisibility()) {
      return false;
    }
    var box = element.getBoundingClientRect();
    var style = getComputedStyle(element);
    return box.width > 0 && box.height > 0 && style.visibility !== "hidden";
  }

  function tabbables() {
    var chosen = "a[href], button, input, select, textarea, summary, [tabindex]";
    return Array.prototype.filter.call(document.querySelectorAll(chosen), function (element) {
      return !element.disabled && element.tabIndex >= 0 && element.type !== "hidden" && shown(element);
    });
  }

  function styles(element, pseudo) {
    var style = getComputedStyle(element, pseudo);
    return LOOKS.map(function (name) { return style[name]; }).join("|");
  }

  // A radio button is drawn by its label, so the label's looks are the button's too.
  function looks(element) {
    var all = styles(element) + styles(element, "::before") + styles(element, "::after");
    var labels = element.labels || [];
    for (var i = 0; i < labels.length; i++) {
      all += styles(labels[i]) + styles(labels[i], "::before");
    }
    return all;
  }

  function colours(text) {
    return text.match(/rgba?\([^)]*\)/g) || [];
  }

  return {
    path: path,
    tabbable: function () { return tabbables().length; },
    overflow: function (width) {
      var out = [];
      if (document.scrollingElement.scrollWidth <= width) {
        return out;
      }
      Array.prototype.forEach.call(document.body.querySelectorAll("*"), function (element) {
        if (!shown(element) || element.getBoundingClientRect().right <= width + 1) {
          return;
        }
        for (var up = element.parentElement; up && up !== document.body; up = up.parentElement) {
          if (/auto|scroll|hidden/.test(getComputedStyle(up).overflowX)) {
            return;
          }
        }
        out.push(path(element));
      });
      return out.length ? out : ["html"];
    },
    focusStart: function () {
      var walk = { before: new Map(), seen: [], unseen: [] };
      if (document.activeElement) {
        document.activeElement.blur();
      }
      tabbables().forEach(function (element) { walk.before.set(element, looks(element)); });
      // From the top of the page, not from where focus was.
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute("tabindex");
      window.byggstenWalk = walk;
    },
    focusStep: function () {
      var walk = window.byggstenWalk;
      var element = document.activeElement;
      if (!element || element === document.body || walk.seen.indexOf(element) >= 0) {
        return false;
      }
      walk.seen.push(element);
      if (walk.before.has(element) && walk.before.get(element) === looks(element)) {
        walk.unseen.push(path(element));
      }
      return true;
    },
    focusUnseen: function () { return window.byggstenWalk.unseen; },
    focusMissed: function () {
      var walk = window.byggstenWalk;
      var missed = [];
      walk.before.forEach(function (before, element) {
        // Arrow keys move within a group of radio buttons, Tab goes to one of them.
        var reached = walk.seen.some(function (other) {
          return other === element || (element.type === "radio" && other.type === "radio" &&
            other.name === element.name && other.form === element.form);
        });
        if (!reached) {
          missed.push(path(element));
        }
      });
      return missed;
    },
    foreign: function (unwanted, fonts) {
      var names = ["color", "backgroundColor", "borderTopColor", "borderRightColor", "borderBottomColor",
        "borderLeftColor", "outlineColor", "boxShadow", "fill", "stroke", "textDecorationColor", "caretColor"];
      var found = {};
      function note(key, element, pseudo, what) {
        if (!found[key]) {
          found[key] = path(element) + (pseudo || "") + " " + what + " " + key;
        }
      }
      Array.prototype.forEach.call(document.querySelectorAll("*"), function (element) {
        [null, "::before", "::after"].forEach(function (pseudo) {
          var style = getComputedStyle(element, pseudo);
          names.forEach(function (name) {
            colours(style[name] || "").forEach(function (colour) {
              if (unwanted.indexOf(colour) >= 0) {
                note(colour, element, pseudo, name);
              }
            });
          });
          fonts.forEach(function (font) {
            var known = new RegExp("(^|[^a-z])" + font + "([^a-z]|$)");
            if (known.test(style.fontFamily.toLowerCase())) {
              note(font, element, pseudo, "font");
            }
          });
        });
      });
      return Object.keys(found).map(function (key) { return found[key]; });
    }
  };
})();
