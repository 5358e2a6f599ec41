const token = document.querySelector("meta[name=csrf]").content;
const posts = document.getElementById("posts");
const form = document.getElementById("compose");

// Posts change while TikTok works on them; the server tells.
function show(post) {
    let card = posts.querySelector(`[data-post="${post.id}"]`);
    if (!card) {
        card = document.getElementById("post").content.firstElementChild.cloneNode(true);
        card.dataset.post = post.id;
        posts.prepend(card);
    }
    card.dataset.state = post.state;
    card.querySelector("h2").textContent = post.title;
    card.querySelector(".state").textContent = post.label;
    card.querySelector(".message").textContent = post.message;
    const progress = card.querySelector("progress");
    progress.hidden = post.percent === null;
    progress.value = post.percent ?? 0;
    const link = card.querySelector(".link");
    link.hidden = !post.link;
    link.href = post.link ?? "";
}

let mine = null;
new EventSource("/posts/events").addEventListener("post", event => {
    const post = JSON.parse(event.data);
    if (!form || post.id === mine) show(post);
});

// A picture that cannot be had leaves the colour behind it, or nothing.
document.addEventListener("error", event => event.target.matches?.(".avatar img, .previews *") && event.target.remove(), true);

if (form) {
    const file = document.getElementById("file");
    const problems = document.getElementById("problems");
    const value = name => form.elements[`Input.${name}`]?.value;

    const arrange = () => {
        const is = { file: value("IsFile") === "true", address: value("IsFile") === "false", profile: value("IsDraft") === "false" };
        form.querySelectorAll("[data-when]").forEach(part => part.hidden = part.dataset.when !== "" && !is[part.dataset.when]);
    };

    // What depends on a choice is computed by the server, which knows TikTok's rules.
    let round = 0;
    const refresh = async () => {
        const mineNow = ++round;
        const answer = await fetch("?handler=Form", { method: "POST", body: new FormData(form), headers: { "X-CSRF-Token": token } });
        if (mineNow !== round || !answer.ok) return;
        const focused = document.activeElement?.name;
        document.getElementById("post-form").innerHTML = await answer.text();
        if (focused) form.elements[focused]?.focus?.();
    };

    const complain = messages => {
        problems.replaceChildren(...messages.map(message => Object.assign(document.createElement("li"), { textContent: message })));
        problems.hidden = messages.length === 0;
        problems.scrollIntoView({ block: "nearest" });
    };

    form.querySelectorAll("[data-limit]").forEach(text => {
        const count = Object.assign(document.createElement("span"), { className: "count" });
        text.after(count);
        // TikTok counts UTF-16 code units, and so does JavaScript.
        const update = () => {
            count.textContent = `${text.value.length} / ${text.dataset.limit}`;
            count.classList.toggle("over", text.value.length > Number(text.dataset.limit));
        };
        text.addEventListener("input", update);
        update();
    });

    form.addEventListener("change", () => { arrange(); refresh(); });

    const urls = document.getElementById("urls");
    urls.addEventListener("change", () => document.getElementById("previews").replaceChildren(
        ...urls.value.split("\n").map(url => url.trim()).filter(url => url.startsWith("https://"))
            .map(src => Object.assign(document.createElement(file ? "video" : "img"), { src, controls: true, alt: "" }))));

    file?.addEventListener("change", () => {
        const preview = document.getElementById("preview");
        const chosen = file.files[0];
        URL.revokeObjectURL(preview.src);
        preview.hidden = !chosen;
        document.getElementById("file-name").value = chosen?.name ?? "";
        document.getElementById("duration").value = "";
        if (chosen) preview.src = URL.createObjectURL(chosen);
    });
    document.getElementById("preview")?.addEventListener("loadedmetadata", event => {
        if (Number.isFinite(event.target.duration)) document.getElementById("duration").value = event.target.duration;
        refresh();
    });

    form.addEventListener("submit", async event => {
        event.preventDefault();
        const isFile = value("IsFile") === "true";
        if (isFile && !file.files[0]) return complain(["Choose a video."]);
        form.classList.add("busy");
        try {
            const answer = await (await fetch("", { method: "POST", body: new FormData(form), headers: { "X-CSRF-Token": token } })).json();
            if (answer.problems) return complain(answer.problems);
            if (!answer.video) return location.assign("/");
            mine = answer.id;
            form.hidden = true;
            posts.hidden = false;
            const video = file.files[0];
            const sent = await fetch(answer.video, { method: "PUT", body: video, headers: { "X-CSRF-Token": token, "Content-Type": video.type || "video/mp4" } });
            if (sent.ok) return location.assign("/");
            form.hidden = false;
        } catch {
            complain(["The studio does not answer. Look at your posts before you send it again."]);
        } finally {
            form.classList.remove("busy");
        }
    });
    arrange();
}
