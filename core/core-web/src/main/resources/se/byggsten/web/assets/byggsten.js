// Makes pages nicer; everything works without it. No inline code, no eval: any strict CSP lets it in.
(function () {
  "use strict";

  function all(selector, use) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), use);
  }

  function focusSummary() {
    var summary = document.querySelector('[data-module="govuk-error-summary"]');
    if (!summary) {
      return;
    }
    if (summary.getAttribute("data-disable-auto-focus") !== "true") {
      summary.setAttribute("tabindex", "-1");
      summary.focus();
      summary.addEventListener("blur", function () {
        summary.removeAttribute("tabindex");
      }, { once: true });
    }
    summary.addEventListener("click", function (event) {
      var link = event.target.closest ? event.target.closest("a[href^='#']") : null;
      var field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!field) {
        return;
      }
      event.preventDefault();
      var hidden = field.closest("[data-byggsten-hidden]");
      if (hidden) {
        reveal(hidden, true);
      }
      var label = document.querySelector("label[for='" + CSS.escape(field.id) + "']");
      var group = field.closest("fieldset");
      var legend = group && group.querySelector("legend");
      (legend || label || field).scrollIntoView();
      if (field.tabIndex < 0) {
        field = field.querySelector("input, select, textarea") || field;
      }
      field.focus({ preventScroll: true });
    });
  }

  // A page with errors came by POST; then Back would ask whether to send it again. Fetched anew it is the same.
  function comeBackByGet() {
    if (document.body.getAttribute("data-byggsten-page") === "question" && window.history.replaceState) {
      window.history.replaceState(window.history.state, "", window.location.href);
    }
  }

  function reveal(block, shown) {
    var base = block.className.indexOf("govuk-checkboxes") >= 0 ? "govuk-checkboxes" : "govuk-radios";
    block.classList.toggle(base + "__conditional--hidden", !shown);
    if (shown) {
      block.removeAttribute("data-byggsten-hidden");
    } else {
      block.setAttribute("data-byggsten-hidden", "");
    }
  }

  function conditional() {
    function update() {
      all("input[aria-controls]", function (input) {
        var block = document.getElementById(input.getAttribute("aria-controls"));
        if (block) {
          // A radio button has no such state (ARIA 1.2); a checkbox has.
          if (input.type === "checkbox") {
            input.setAttribute("aria-expanded", String(input.checked));
          }
          reveal(block, input.checked);
        }
      });
    }
    all("input[data-aria-controls]", function (input) {
      var id = input.getAttribute("data-aria-controls");
      if (document.getElementById(id)) {
        input.setAttribute("aria-controls", id);
      }
    });
    document.addEventListener("change", function (event) {
      var input = event.target;
      if (input.type === "checkbox" && input.checked) {
        var exclusive = input.getAttribute("data-behaviour") === "exclusive";
        all("input[type='checkbox']", function (other) {
          var same = other !== input && other.name === input.name && other.form === input.form;
          if (same && (exclusive || other.getAttribute("data-behaviour") === "exclusive")) {
            other.checked = false;
          }
        });
      }
      if (input.type === "checkbox" || input.type === "radio") {
        update();
      }
    });
    window.addEventListener("pageshow", update);
    update();
  }

  function counters() {
    all("[data-module='govuk-character-count']", function (group) {
      var area = group.querySelector(".govuk-js-character-count");
      var words = group.hasAttribute("data-maxwords");
      var limit = Number(group.getAttribute(words ? "data-maxwords" : "data-maxlength"));
      if (!area || !limit) {
        return;
      }
      var threshold = limit * Number(group.getAttribute("data-threshold") || 0) / 100;
      var info = document.getElementById(area.id + "-info");
      var shown = document.createElement("div");
      shown.className = info.className;
      shown.setAttribute("aria-hidden", "true");
      var spoken = document.createElement("div");
      spoken.className = "govuk-visually-hidden";
      spoken.setAttribute("aria-live", "polite");
      info.classList.add("govuk-visually-hidden");
      info.insertAdjacentElement("afterend", spoken);
      info.insertAdjacentElement("afterend", shown);

      function text(left) {
        var key = "data-i18n." + (words ? "words" : "characters");
        if (left === 0) {
          return group.getAttribute(key + "-at-limit") || "";
        }
        var form = key + (left < 0 ? "-over-limit." : "-under-limit.") + (Math.abs(left) === 1 ? "one" : "other");
        return (group.getAttribute(form) || "").replace("%{count}", String(Math.abs(left)));
      }

      var last = "";
      var timer = 0;
      function update() {
        var used = words ? (area.value.match(/\S+/g) || []).length : area.value.length;
        var left = limit - used;
        var now = text(left);
        shown.textContent = now;
        shown.classList.toggle("govuk-character-count__message--disabled", used < threshold);
        shown.classList.toggle("govuk-error-message", left < 0);
        shown.classList.toggle("govuk-hint", left >= 0);
        area.classList.toggle("govuk-textarea--error", left < 0);
        window.clearTimeout(timer);
        timer = window.setTimeout(function () {
          if (now !== last && used >= threshold) {
            spoken.textContent = now;
            last = now;
          }
        }, 1000);
      }
      area.addEventListener("input", update);
      window.addEventListener("pageshow", update);
      update();
    });
  }

  function buttons() {
    document.addEventListener("keydown", function (event) {
      if (event.key === " " && event.target.matches && event.target.matches("a[role='button']")) {
        event.preventDefault();
        event.target.click();
      }
    });
    // The server is idempotent; this only spares the citizen a wait.
    var sent = null;
    document.addEventListener("click", function (event) {
      var button = event.target.closest && event.target.closest("[data-prevent-double-click='true']");
      if (!button) {
        return;
      }
      if (sent === button) {
        event.preventDefault();
        return;
      }
      sent = button;
      window.setTimeout(function () {
        sent = null;
      }, 1000);
    });
  }

  function banners() {
    all("[data-module='govuk-notification-banner'][role='alert']", function (banner) {
      if (banner.getAttribute("data-disable-auto-focus") !== "true") {
        banner.setAttribute("tabindex", "-1");
        banner.focus();
      }
    });
  }

  function timeout() {
    var dialog = document.getElementById("byggsten-timeout");
    if (!dialog || !dialog.showModal) {
      return;
    }
    var seconds = Number(dialog.getAttribute("data-seconds"));
    var warn = Number(dialog.getAttribute("data-warn"));
    var end = 0;
    var warned = false;
    function restart() {
      end = Date.now() + seconds * 1000;
      warned = false;
    }
    function stay() {
      window.fetch(dialog.getAttribute("data-keep-alive"), { cache: "no-store", credentials: "same-origin" })
        .then(function (answer) {
          if (!answer.ok) {
            throw new Error(String(answer.status));
          }
          restart();
          dialog.close();
        })
        .catch(function () {
          window.location.assign(dialog.getAttribute("data-ended"));
        });
    }
    dialog.querySelector("[data-stay]").addEventListener("click", stay);
    dialog.addEventListener("cancel", function (event) {
      event.preventDefault();
      stay();
    });
    restart();
    // Compares with the clock at each tick, since a sleeping computer stops timers.
    window.setInterval(function () {
      var left = end - Date.now();
      if (left <= 0) {
        window.location.assign(dialog.getAttribute("data-ended"));
      } else if (left <= warn * 1000 && !warned) {
        warned = true;
        dialog.showModal();
      }
    }, 1000);
  }

  document.body.classList.add("js-enabled");
  focusSummary();
  comeBackByGet();
  conditional();
  counters();
  buttons();
  banners();
  timeout();
})();
