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
      all("input[type='radio'][aria-controls], input[type='checkbox'][aria-controls]", function (input) {
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
      if (info.lang) {
        spoken.lang = shown.lang = info.lang;
        shown.dir = info.dir;
      }
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

  // What is typed without dots and rings finds what has them, but å finds only å.
  function plain(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
  }

  function matches(text, query) {
    var whole = text.toLowerCase().normalize("NFC");
    var asked = query.trim().toLowerCase().normalize("NFC");
    var exact = plain(asked) !== asked;
    var at = exact ? whole.indexOf(asked) : plain(whole).indexOf(asked);
    var rank = at === 0 ? 0 : /[\s\-(]/.test(whole.charAt(at - 1)) ? 2 : 4;
    // The very letters come before those with dots and rings.
    return at < 0 ? -1 : rank + (whole.slice(at, at + asked.length) === asked ? 0 : 1);
  }

  // Combobox with list autocomplete and manual selection, as WAI-ARIA Authoring Practices describe it.
  function combobox(source) {
    var closed = source.tagName === "SELECT";
    var input = closed ? document.createElement("input") : source;
    var choices = Array.prototype.filter.call((closed ? source : source.list || { options: [] }).options, function (option) {
      return !option.disabled && (closed ? option.value !== "" : true);
    }).map(function (option) {
      return { text: closed ? option.text : option.value, value: option.value };
    });
    var box = document.createElement("div");
    var list = document.createElement("ul");
    var spoken = document.createElement("div");
    var shown = [];
    var active = -1;
    var timer = 0;

    function label(name) {
      return source.getAttribute("data-i18n." + name) || "";
    }

    function dress() {
      box.className = "byggsten-combobox";
      source.parentNode.insertBefore(box, source);
      if (closed) {
        input.type = "text";
        input.id = source.id;
        input.className = "govuk-input" + (source.classList.contains("govuk-select--error") ? " govuk-input--error" : "");
        input.disabled = source.disabled;
        var described = source.getAttribute("aria-describedby");
        if (described) {
          input.setAttribute("aria-describedby", described);
        }
        source.id = source.id + "-select";
        source.hidden = true;
        var chosen = source.options[source.selectedIndex];
        input.value = chosen && chosen.value !== "" ? chosen.text : "";
      } else {
        input.removeAttribute("list");
      }
      list.id = input.id + "-listbox";
      list.className = "byggsten-combobox__list";
      list.hidden = true;
      list.setAttribute("role", "listbox");
      var named = document.querySelector("label[for='" + CSS.escape(input.id) + "']");
      if (named) {
        named.id = named.id || input.id + "-label";
        list.setAttribute("aria-labelledby", named.id);
      }
      input.setAttribute("role", "combobox");
      input.setAttribute("autocomplete", "off");
      input.setAttribute("aria-autocomplete", "list");
      input.setAttribute("aria-expanded", "false");
      input.setAttribute("aria-controls", list.id);
      spoken.className = "govuk-visually-hidden";
      spoken.setAttribute("role", "status");
      if (source.getAttribute("data-lang")) {
        spoken.lang = source.getAttribute("data-lang");
      }
      box.append(input, list, spoken);
    }

    function close() {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function open() {
      var found = choices.map(function (choice, order) {
        return { choice: choice, rank: matches(choice.text, input.value), order: order };
      }).filter(function (hit) {
        return hit.rank >= 0;
      }).sort(function (one, other) {
        return one.rank - other.rank || one.order - other.order;
      }).slice(0, 60);
      shown = found.map(function (hit) {
        return hit.choice;
      });
      list.textContent = "";
      shown.forEach(function (choice, i) {
        var item = document.createElement("li");
        item.id = list.id + "-" + i;
        item.className = "byggsten-combobox__option";
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.textContent = choice.text;
        list.append(item);
      });
      active = -1;
      input.removeAttribute("aria-activedescendant");
      list.hidden = shown.length === 0;
      input.setAttribute("aria-expanded", String(shown.length > 0));
      window.clearTimeout(timer);
      timer = window.setTimeout(function () {
        var form = shown.length === 0 ? "none" : shown.length === 1 ? "one" : "other";
        spoken.textContent = label(form).replace("%{count}", String(shown.length));
      }, 700);
    }

    function move(to) {
      if (list.hidden) {
        open();
      }
      if (shown.length === 0) {
        return;
      }
      active = (to + shown.length) % shown.length;
      Array.prototype.forEach.call(list.children, function (item, i) {
        item.setAttribute("aria-selected", String(i === active));
      });
      input.setAttribute("aria-activedescendant", list.children[active].id);
      list.children[active].scrollIntoView({ block: "nearest" });
    }

    function send() {
      if (closed) {
        var text = input.value.trim().toLowerCase();
        var choice = choices.filter(function (one) {
          return one.text.trim().toLowerCase() === text;
        })[0];
        // A text that is no choice is no answer; the server then says so.
        source.value = choice ? choice.value : "";
        if (source.selectedIndex < 0) {
          source.selectedIndex = -1;
        }
        source.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }

    function take(choice) {
      input.value = choice.text;
      send();
      close();
    }

    dress();
    input.addEventListener("input", function () {
      send();
      if (input.value.trim() === "") {
        close();
      } else {
        open();
      }
    });
    input.addEventListener("keydown", function (event) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        var down = event.key === "ArrowDown";
        move(active < 0 ? (down ? 0 : -1) : active + (down ? 1 : -1));
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        take(shown[active]);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      }
    });
    input.addEventListener("blur", function () {
      send();
      close();
    });
    // The field keeps focus while the list is pointed at.
    list.addEventListener("mousedown", function (event) {
      event.preventDefault();
    });
    list.addEventListener("click", function (event) {
      var item = event.target.closest("[role='option']");
      if (item) {
        take(shown[Array.prototype.indexOf.call(list.children, item)]);
      }
    });
  }

  // Drawn here and not shown by address, so that no policy for images has to let the file in.
  // Shows the items of a list whose names hold what is typed; without scripts the server does it.
  function filter(list) {
    var input = document.getElementById(list.getAttribute("data-input"));
    var spoken = document.getElementById(list.getAttribute("data-status"));
    if (!input || !spoken) {
      return;
    }
    input.addEventListener("input", function () {
      var count = 0;
      Array.prototype.forEach.call(list.children, function (item) {
        item.hidden = matches(item.querySelector("[data-name]").textContent, input.value) < 0;
        count += item.hidden ? 0 : 1;
      });
      var key = count === 0 ? "none" : count === 1 ? "one" : "other";
      spoken.textContent = input.value.trim() === "" ? ""
        : list.getAttribute("data-i18n." + key).replace("%{count}", String(count));
    });
  }

  function thumbnail(file, item) {
    if (!window.createImageBitmap || !/^image\/(jpeg|png|gif|webp)$/.test(file.type)) {
      return;
    }
    window.createImageBitmap(file).then(function (picture) {
      var scale = Math.min(1, 96 / Math.max(picture.width, picture.height));
      var canvas = document.createElement("canvas");
      canvas.width = Math.max(1, Math.round(picture.width * scale));
      canvas.height = Math.max(1, Math.round(picture.height * scale));
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      canvas.setAttribute("aria-hidden", "true");
      picture.close();
      item.insertBefore(canvas, item.firstChild);
    }, function () {});
  }

  function size(bytes) {
    var unit = bytes < 1e6 ? "kB" : "MB";
    var number = bytes < 1e6 ? Math.max(1, Math.round(bytes / 1e3)) : Math.round(bytes / 1e5) / 10;
    return number.toLocaleString(document.documentElement.lang || "sv") + "\u00a0" + unit;
  }

  // What is chosen but not sent yet: name, size and a small picture.
  function previews() {
    all("input[type='file']", function (input) {
      var list = document.createElement("ul");
      list.className = "govuk-list byggsten-chosen";
      list.setAttribute("aria-live", "polite");
      list.hidden = true;
      input.insertAdjacentElement("afterend", list);
      input.addEventListener("change", function () {
        list.textContent = "";
        Array.prototype.forEach.call(input.files, function (file) {
          var item = document.createElement("li");
          var name = document.createElement("bdi");
          name.textContent = file.name;
          item.appendChild(name);
          item.appendChild(document.createTextNode(" (" + size(file.size) + ")"));
          list.appendChild(item);
          thumbnail(file, item);
        });
        list.hidden = input.files.length === 0;
      });
    });
  }

  document.body.classList.add("js-enabled");
  /* A form that only carries something on, such as a request to an identity provider. */
  all("form[data-module='byggsten-send']", function (form) {
    form.submit();
  });

  all("[data-module='byggsten-combobox']", combobox);
  all("[data-module='byggsten-filter']", filter);
  focusSummary();
  comeBackByGet();
  conditional();
  counters();
  previews();
  buttons();
  banners();
  timeout();
})();
