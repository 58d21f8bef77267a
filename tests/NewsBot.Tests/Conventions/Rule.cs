namespace NewsBot.Tests.Conventions;

/// <summary>A rule of the house, told to whoever breaks it as a sentence that says what to do, with every place where it is broken.</summary>
internal static class Rule
{
    public static void Holds(string whatToDo, IEnumerable<string> broken)
    {
        var places = broken.Order(StringComparer.Ordinal).ToArray();
        if (places.Length > 0) Assert.Fail($"{whatToDo}\n  {string.Join("\n  ", places)}");
    }
}
