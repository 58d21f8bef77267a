using System.Text;

namespace NewsBot.Sources.Text;

internal enum Script
{
    Latin,
    Cyrillic,
    Greek,
    Hebrew,
    Arabic,
    Devanagari,
    Georgian,
    Armenian,
    Thai,
    Korean,
    Japanese,
    Chinese,
}

/// <summary>How many letters of each script a text holds.</summary>
internal sealed class Scripts
{
    private readonly int[] _counts = new int[Enum.GetValues<Script>().Length];

    public int Letters { get; private set; }

    public int Ideographs => _counts[(int)Script.Japanese] + _counts[(int)Script.Chinese] + _counts[(int)Script.Korean];

    public static Scripts Of(string text)
    {
        var scripts = new Scripts();
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune)) continue;
            scripts.Letters++;
            if (Of(rune.Value) is { } script) scripts._counts[(int)script]++;
        }
        // Japanese writes Chinese signs between its own.
        if (scripts._counts[(int)Script.Japanese] * 10 > scripts._counts[(int)Script.Chinese])
            (scripts._counts[(int)Script.Japanese], scripts._counts[(int)Script.Chinese]) = (scripts._counts[(int)Script.Japanese] + scripts._counts[(int)Script.Chinese], 0);
        return scripts;
    }

    /// <summary>The script of at least this share of the letters.</summary>
    public Script? Main(double share)
    {
        var most = Array.IndexOf(_counts, _counts.Max());
        return Letters > 0 && _counts[most] >= Letters * share ? (Script)most : null;
    }

    private static Script? Of(int letter) => letter switch
    {
        < 0x0250 or (>= 0x1E00 and <= 0x1EFF) => Script.Latin,
        >= 0x0370 and <= 0x03FF or (>= 0x1F00 and <= 0x1FFF) => Script.Greek,
        >= 0x0400 and <= 0x052F => Script.Cyrillic,
        >= 0x0530 and <= 0x058F => Script.Armenian,
        >= 0x0590 and <= 0x05FF => Script.Hebrew,
        >= 0x0600 and <= 0x077F => Script.Arabic,
        >= 0x0900 and <= 0x097F => Script.Devanagari,
        >= 0x0E00 and <= 0x0E7F => Script.Thai,
        >= 0x10A0 and <= 0x10FF => Script.Georgian,
        >= 0x3040 and <= 0x30FF => Script.Japanese,
        >= 0x3400 and <= 0x9FFF => Script.Chinese,
        >= 0xAC00 and <= 0xD7AF or (>= 0x1100 and <= 0x11FF) => Script.Korean,
        _ => null,
    };
}
