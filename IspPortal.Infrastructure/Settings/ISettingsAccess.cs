using System.Text.Json.Nodes;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Settings;

namespace IspPortal.Infrastructure.Settings;

/// <summary>One section without its type, for the catalog.</summary>
internal interface ISettingsAccess
{
    string Key { get; }

    Task<Result<SettingsSection>> DescribeAsync(CancellationToken cancellationToken);

    Task<Result<long>> SaveJsonAsync(JsonObject value, long version, CancellationToken cancellationToken);
}
