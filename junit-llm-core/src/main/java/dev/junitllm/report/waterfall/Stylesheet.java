package dev.junitllm.report.waterfall;

/** How the page looks: light or dark as the reader's system is, in one column where there is little room. */
final class Stylesheet {

    static final String CSS = """
            :root {
              color-scheme: light dark;
              --paper: #fff; --ink: #1f2328; --soft: #59636e; --rule: #d1d9e0; --grid: #eaeef2; --box: #f6f8fa; --hover: #f0f4f8;
              --bad: #b3202c; --bad-paper: #ffebe9; --good: #116329; --good-paper: #dafbe1; --odd: #7d4e00; --odd-paper: #fff8c5;
              --test: #424a53; --llm: #6639ba; --chain: #57606a; --agent: #0757ba; --tool: #855000; --retrieval: #116329;
              --embedding: #0b6b75; --evaluation: #99286e; --guardrail: #a33d00; --other: #636c76;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --paper: #0d1117; --ink: #e6edf3; --soft: #9da7b1; --rule: #30363d; --grid: #21262d; --box: #161b22; --hover: #1a212a;
                --bad: #ff8a82; --bad-paper: #4b1216; --good: #6fdd8b; --good-paper: #0f3a1d; --odd: #e8c268; --odd-paper: #3d2e00;
                --test: #b1bac4; --llm: #c297ff; --chain: #a4aeb8; --agent: #79b8ff; --tool: #e3b341; --retrieval: #6fdd8b;
                --embedding: #56d4dd; --evaluation: #ff9bce; --guardrail: #ffa657; --other: #9da7b1;
              }
            }
            * { box-sizing: border-box; }
            body { font: 14px/1.5 system-ui, sans-serif; margin: 0; padding: 16px 20px 40px; color: var(--ink); background: var(--paper); }
            h1 { font-size: 18px; line-height: 1.3; margin: 0; overflow-wrap: anywhere; }
            h3 { font-size: 12px; font-weight: 600; margin: 12px 0 4px; color: var(--soft); overflow-wrap: anywhere; }
            p { margin: 4px 0; overflow-wrap: anywhere; }
            a { color: inherit; text-underline-offset: 2px; }
            .where, .remark, .cut { color: var(--soft); font-size: 12px; }
            .outcome, .badge { display: inline-block; border-radius: 4px; padding: 0 6px; font-size: 12px; font-weight: 600; line-height: 18px; vertical-align: middle; }
            .outcome { margin-left: 10px; }
            .badge { margin: 0 0 0 6px; }
            .look .badge { margin: 0 8px 0 0; min-width: 58px; text-align: center; }
            .bad { color: var(--bad); background: var(--bad-paper); }
            .good { color: var(--good); background: var(--good-paper); }
            .odd, .slow { color: var(--odd); background: var(--odd-paper); }
            .plain { color: var(--soft); background: var(--box); }
            .totals, .scores { display: flex; flex-wrap: wrap; gap: 4px 0; margin: 8px 0; padding: 0; list-style: none; }
            .totals li + li::before { content: "·"; margin: 0 8px; color: var(--soft); }
            .scores { gap: 6px; }
            .scores li { border-radius: 4px; padding: 1px 8px; font-size: 12px; overflow-wrap: anywhere; }
            .scores a { font-weight: 600; margin-right: 6px; }
            .steps { margin-top: 16px; border: 1px solid var(--rule); border-radius: 8px; overflow: hidden; }
            .row { display: grid; grid-template-columns: minmax(150px, 32%) 76px minmax(120px, 1fr) 84px 104px 76px; align-items: center; column-gap: 10px; padding: 0 12px 0 8px; min-height: 30px; }
            .head { background: var(--box); color: var(--soft); font-size: 12px; position: sticky; top: 0; z-index: 1; }
            .head .name::before { visibility: hidden; }
            .name { display: flex; align-items: center; min-width: 0; padding-left: calc(var(--depth, 0) * 14px); }
            .name::before { content: ""; flex: none; width: 6px; height: 6px; margin: 0 9px 0 3px; border: solid var(--soft); border-width: 0 1.5px 1.5px 0; transform: rotate(-45deg); }
            .step[open] > summary .name::before { transform: rotate(45deg); }
            .label { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-width: 60px; }
            .name .badge { flex: none; }
            .model { color: var(--soft); font-size: 12px; margin-left: 8px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
            .kind { font-size: 12px; font-weight: 600; color: var(--kind); }
            .head .kind { font-weight: 400; color: inherit; }
            .track { position: relative; align-self: stretch; background: repeating-linear-gradient(to right, var(--grid) 0 1px, transparent 1px var(--tick)); }
            .bar { position: absolute; top: calc(50% - 6px); height: 12px; min-width: 3px; border-radius: 2px; background: var(--kind); }
            .failed .bar { background: repeating-linear-gradient(135deg, var(--bad) 0 5px, var(--bad-paper) 5px 8px); box-shadow: 0 0 0 1px var(--bad); }
            .tick { position: absolute; top: 6px; padding-left: 3px; white-space: nowrap; }
            .tick.late { transform: translateX(calc(-100% - 3px)); }
            .time, .tokens, .cost { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
            .tokens, .cost { color: var(--soft); font-size: 12px; }
            .step { border-top: 1px solid var(--grid); --kind: var(--other); }
            .step > summary { cursor: pointer; list-style: none; }
            .step > summary::-webkit-details-marker { display: none; }
            .step > summary:hover { background: var(--hover); }
            .step[open] > summary { background: var(--box); }
            .step.failed > summary { box-shadow: inset 3px 0 var(--bad); }
            .step:target > summary { outline: 2px solid var(--kind); outline-offset: -2px; }
            .step.test { --kind: var(--test); } .step.llm { --kind: var(--llm); } .step.chain { --kind: var(--chain); }
            .step.agent { --kind: var(--agent); } .step.tool { --kind: var(--tool); } .step.retrieval { --kind: var(--retrieval); }
            .step.embedding { --kind: var(--embedding); } .step.evaluation { --kind: var(--evaluation); } .step.guardrail { --kind: var(--guardrail); }
            .content { padding: 4px 16px 16px 26px; border-left: 3px solid var(--kind); }
            .text, .error { white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--box); border: 1px solid var(--rule); border-radius: 6px; padding: 8px 10px; max-height: 340px; overflow: auto; }
            .error { color: var(--bad); background: var(--bad-paper); border-color: transparent; margin-top: 8px; }
            .none { color: var(--soft); font-style: italic; }
            .message { border-left: 3px solid var(--rule); padding-left: 10px; margin-top: 10px; }
            .message.said { border-color: var(--kind); }
            .message.said .text { border-color: var(--kind); }
            .message h3 { margin-top: 0; }
            .part { font-size: 12px; font-weight: 600; }
            .facts { display: flex; flex-wrap: wrap; gap: 2px 18px; margin: 8px 0 0; font-size: 12px; }
            .facts div { display: flex; gap: 6px; } .facts dt { color: var(--soft); } .facts dd { margin: 0; overflow-wrap: anywhere; }
            .more, .again { margin-top: 10px; } .more > summary, .again > summary { cursor: pointer; color: var(--soft); font-size: 12px; overflow-wrap: anywhere; }
            .documents { margin: 0; padding-left: 24px; } .documents li { margin-top: 8px; overflow-wrap: anywhere; }
            .relevance { color: var(--soft); font-size: 12px; margin-left: 10px; font-variant-numeric: tabular-nums; }
            .score { background: none; margin-top: 10px; } .score .text { color: var(--ink); margin-top: 4px; } .score b { overflow-wrap: anywhere; }
            .meter { display: inline-block; position: relative; width: 140px; height: 8px; margin: 0 10px; border-radius: 4px; background: var(--grid); }
            .fill { position: absolute; inset: 0 auto 0 0; border-radius: 4px; background: currentColor; }
            .mark { position: absolute; top: -3px; bottom: -3px; width: 2px; background: var(--ink); }
            table { border-collapse: collapse; width: 100%; font-size: 12px; margin-top: 4px; table-layout: auto; }
            th, td { text-align: left; vertical-align: top; padding: 3px 12px 3px 0; border-bottom: 1px solid var(--grid); overflow-wrap: anywhere; font-weight: 400; }
            th { color: var(--soft); width: 30%; } .at { color: var(--soft); white-space: nowrap; font-variant-numeric: tabular-nums; }
            @media (max-width: 940px) {
              body { padding: 12px; }
              .row { grid-template-columns: minmax(130px, 30%) 72px minmax(100px, 1fr) 62px 84px 62px; column-gap: 8px; }
              .row { min-height: 32px; padding-top: 3px; padding-bottom: 3px; } .track { margin: -3px 0; }
              .name { flex-wrap: wrap; row-gap: 1px; } .label { max-width: calc(100% - 18px); }
              .tick:nth-child(even) { display: none; }
            }
            @media (max-width: 700px) {
              .row { grid-template-columns: minmax(110px, 42%) 70px minmax(70px, 1fr) 64px; }
              .tokens, .cost { display: none; }
            }
            """;

    private Stylesheet() {}
}
