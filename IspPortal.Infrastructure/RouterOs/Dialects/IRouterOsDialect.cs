namespace IspPortal.Infrastructure.RouterOs.Dialects;

/// <summary>What differs between versions for those who read and write routers. Nothing else in the portal looks at a version.</summary>
internal interface IRouterOsDialect
{
    RouterOsCommand Health { get; }

    /// <summary>The sensors in an answer to <see cref="Health"/>, in SI units; empty for boards without any.</summary>
    IReadOnlyList<HealthReading> ReadHealth(IReadOnlyList<RouterOsRow> rows);

    /// <summary><paramref name="count"/> echo requests, a row each. Needs the policy <c>test</c>.</summary>
    RouterOsCommand Ping(string address, int count);

    /// <summary>Makes a print show passwords and secrets where the version hides them unless asked.</summary>
    RouterOsCommand ShowingSensitive(RouterOsCommand print);

    /// <summary>The path of user-manager's menus, without a trailing slash.</summary>
    string UserManagerPath { get; }

    /// <summary>Whether <c>/file/read</c> exists; without it only the first few KiB of a file can be had.</summary>
    bool CanReadFiles { get; }
}
