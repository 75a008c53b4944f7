using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace IspPortal.Tests.Support;

/// <summary>
/// One of the two languages in which a scenario is told. The long ones are told in both with <c>--full</c>; else half of them in English and half in Indonesian, each always in the same one.
/// </summary>
/// <param name="language"><c>en</c> or <c>id</c>, the scenario's first argument.</param>
/// <param name="data">Its other arguments.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ToldInAttribute(string language, params object?[] data) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        var isItsTurn = KilledPortal.Rounds(1, 2) == 2 || language == UsualLanguageOf(testMethod.DeclaringType!.Name + testMethod.Name);
        // Not run unless it is asked for by name: an attribute without any row is an error of its own.
        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([new TheoryDataRow([language, .. data]) { Explicit = isItsTurn ? null : true }]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;

    internal static string UsualLanguageOf(string scenario) => scenario.Sum(letter => letter) % 2 == 0 ? "en" : "id";
}
