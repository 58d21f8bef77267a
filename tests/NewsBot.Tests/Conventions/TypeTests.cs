using System.Reflection;
using System.Runtime.CompilerServices;

namespace NewsBot.Tests.Conventions;

public sealed class TypeTests
{
    private static readonly string[] Endings = ["Manager", "Helper", "Helpers", "Util", "Utils", "Base", "Impl"];

    private static readonly string[] Assemblies =
        ["newsbot", "NewsBot.Core", "NewsBot.Sources", "NewsBot.Storage", "NewsBot.Local", "NewsBot.Telegram", "NewsBot.Discord"];

    [Fact]
    public void Classes_are_sealed_static_or_the_abstract_head_of_a_family() => Rule.Holds(
        "Seal these: nobody was meant to inherit from them. Where cases differ, write a closed family under an abstract record.",
        Types().Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(type => type.FullName!));

    [Fact]
    public void Names_say_what_a_thing_is() => Rule.Holds(
        "Find the noun for what these do: Manager, Helper, Util, Base and Impl say nothing.",
        Types().Where(type => Endings.Any(ending => Plain(type).EndsWith(ending, StringComparison.Ordinal))).Select(type => type.FullName!));

    [Fact]
    public void What_may_wait_at_a_port_can_be_stopped() => Rule.Holds(
        "Give these a CancellationToken as their last parameter: whoever waits at a port must be able to stop waiting.",
        from port in typeof(Core.Chat.IPlatform).Assembly.GetExportedTypes()
        where port.IsInterface
        from method in port.GetMethods()
        where IsAsynchronous(method.ReturnType) && method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken)
        select $"{port.Name}.{method.Name}");

    [Fact]
    public void There_are_types_to_look_at() =>
        Assert.All(Assemblies, name => Assert.NotNull(Assembly.Load(name)));

    // Top-level statements and source generators make classes that nobody wrote.
    private static IEnumerable<Type> Types() =>
        from name in Assemblies
        from type in Assembly.Load(name).GetTypes()
        where !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && type.DeclaringType?.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) != true
        where type.Namespace?.StartsWith("NewsBot", StringComparison.Ordinal) == true
        where !type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        select type;

    private static string Plain(Type type) => type.Name.Split('`')[0];

    private static bool IsAsynchronous(Type type) =>
        typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ValueTask<>) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));
}
