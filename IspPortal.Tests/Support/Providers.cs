using IspPortal.Infrastructure.Persistence;
using Xunit;

namespace IspPortal.Tests.Support;

/// <summary>For <c>[Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]</c>: every write path runs on these.</summary>
public static class Providers
{
    /// <summary>The names of the databases that can run here; the parameter is a string.</summary>
    public static TheoryData<string> Real => new("Sqlite", "Postgres");

    internal static StorageProvider Parse(string name) => Enum.Parse<StorageProvider>(name);
}
