namespace NewsBot.Tests.Kill;

/// <summary>Loops that only grow more certain with time run shortened, and whole with NEWSBOT_TESTS=full (say so before a release).</summary>
internal static class LongRun
{
    public static int Times(int full, int shortened) => Environment.GetEnvironmentVariable("NEWSBOT_TESTS") == "full" ? full : shortened;
}
