import { styleText } from "node:util";

const inColour = process.stdout.isTTY && !process.env["NO_COLOR"];

export function heading(text: string): void {
  console.log(`\n${paint("bold", text)}\n`);
}

export function command(text: string): void {
  console.log(paint("cyan", `$ ${text}`));
}

export function say(text: string): void {
  console.log(`\n${text}`);
}

function paint(style: "bold" | "cyan", text: string): string {
  return inColour ? styleText(style, text) : text;
}
