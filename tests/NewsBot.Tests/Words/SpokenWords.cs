using Mono.Cecil;
using Mono.Cecil.Cil;
using NewsBot.Core.Chat;

namespace NewsBot.Tests.Words;

/// <summary>
/// Every phrase that the program can say, read out of its compiled code: the text that is put on the stack right before a <see cref="Phrase"/> is made. So none is missed because it
/// is written in an unusual way, and a comment is not taken for one.
/// </summary>
internal static class SpokenWords
{
    private static readonly (IReadOnlySet<string> Texts, IReadOnlyList<string> Others) Found = Read();

    public static IReadOnlySet<string> All => Found.Texts;

    /// <summary>Types that make a phrase out of something else than a text of their own.</summary>
    public static IReadOnlyList<string> MadeElsewhere => Found.Others;

    private static (IReadOnlySet<string>, IReadOnlyList<string>) Read()
    {
        var (texts, others) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Where(IsOurs))
        {
            using var assembly = AssemblyDefinition.ReadAssembly(file);
            foreach (var method in assembly.Modules.SelectMany(module => module.GetTypes()).SelectMany(type => type.Methods).Where(method => method.HasBody && method.DeclaringType.FullName != typeof(Phrase).FullName))
                foreach (var call in method.Body.Instructions.Where(MakesAPhrase))
                    if (call.Previous is { OpCode.Code: Code.Ldstr, Operand: string text }) texts.Add(text);
                    else others.Add(method.DeclaringType.FullName);
        }
        return (texts, others);
    }

    private static bool IsOurs(string file) => Path.GetFileNameWithoutExtension(file) is "newsbot" or "NewsBot.Core" or "NewsBot.Sources" or "NewsBot.Storage" or "NewsBot.Local" or "NewsBot.Telegram" or "NewsBot.Discord" or "NewsBot.Writer";

    private static bool MakesAPhrase(Instruction instruction) => instruction.Operand is MethodReference { Name: ".ctor" } made && made.DeclaringType.FullName == typeof(Phrase).FullName;
}
