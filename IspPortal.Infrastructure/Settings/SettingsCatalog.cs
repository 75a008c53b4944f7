using System.Text.Json.Nodes;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Settings;

namespace IspPortal.Infrastructure.Settings;

internal sealed class SettingsCatalog(IEnumerable<ISettingsAccess> sections, ICurrentActor actor) : ISettingsCatalog
{
    public async Task<Result<IReadOnlyList<SettingsSection>>> ListAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(SettingsPermissions.SettingsRead) is { } denied)
        {
            return denied;
        }

        var list = new List<SettingsSection>();
        foreach (var section in sections.OrderBy(section => section.Key, StringComparer.Ordinal))
        {
            var described = await section.DescribeAsync(cancellationToken);
            if (!described.Succeeded)
            {
                return described.Error;
            }

            list.Add(described.Value);
        }

        return list;
    }

    public Task<Result<SettingsSection>> FindAsync(string key, CancellationToken cancellationToken) =>
        Find(key) is { } section ? section.DescribeAsync(cancellationToken)
        : Task.FromResult<Result<SettingsSection>>(actor.Deny(SettingsPermissions.SettingsRead) ?? SettingsErrors.NotFound(key));

    public Task<Result<long>> SaveAsync(string key, JsonObject value, long version, CancellationToken cancellationToken) =>
        Find(key) is { } section ? section.SaveJsonAsync(value, version, cancellationToken)
        : Task.FromResult<Result<long>>(actor.Deny(SettingsPermissions.SettingsWrite) ?? SettingsErrors.NotFound(key));

    private ISettingsAccess? Find(string key) => sections.FirstOrDefault(section => section.Key == key);
}
