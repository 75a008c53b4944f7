using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.OnCall;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Identity;
using IspPortal.Core.Messaging;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Alerts.OnCall;

/// <summary>Reads the rota and the people.</summary>
internal sealed class OnCallReading(ISettingsReader<CompanySettings> company)
{
    /// <summary>Roles whose people may see alerts: nobody else is told.</summary>
    public static IReadOnlyList<string> Roles { get; } = [.. PortalRoles.All.Where(role => RolePermissions.Of(role).Contains(AlertPermissions.AlertsRead))];

    /// <summary>The rota with those who stand in at or after a time.</summary>
    public async Task<OnCallRota> RotaAsync(PortalDbContext context, DateTime fromUtc, CancellationToken cancellationToken)
    {
        var schedule = await context.Set<OnCallSchedule>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == OnCallSchedule.TheOne, cancellationToken);
        var standIns = await context.Set<OnCallOverride>().AsNoTracking().Where(o => o.ToUtc > fromUtc).OrderBy(o => o.Id).Select(o => new OnCallTurn(o.UserId, o.FromUtc, o.ToUtc, o.Id)).ToListAsync(cancellationToken);
        return new OnCallRota(
            schedule?.StartsOn ?? DateOnly.FromDateTime(fromUtc), schedule?.HandOverAt ?? new TimeOnly(8, 0), schedule?.Weeks ?? 1, AlertRule.Split(schedule?.Members), standIns, await ZoneAsync(cancellationToken));
    }

    public async Task<TimeZoneInfo> ZoneAsync(CancellationToken cancellationToken) =>
        TimeZoneInfo.TryFindSystemTimeZoneById((await company.GetAsync(cancellationToken)).BusinessZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>Everybody with an account in use who may see alerts, by name.</summary>
    public async Task<IReadOnlyList<StaffMember>> PeopleAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var roles = Roles.ToArray();
        var language = (await company.GetAsync(cancellationToken)).DefaultLanguage;
        var users = await context.Set<PortalUser>().AsNoTracking().Where(u => u.IsActive && u.Roles.Any(r => roles.Contains(r.Role))).OrderBy(u => u.DisplayName).ThenBy(u => u.Id)
            .Select(u => new { u.Id, u.DisplayName, u.Email, u.Culture, Roles = u.Roles.Select(r => r.Role).ToList() }).ToListAsync(cancellationToken);
        var ids = users.ConvertAll(u => u.Id);
        var contacts = await context.Set<AlertContact>().AsNoTracking().Where(c => ids.Contains(c.UserId)).ToDictionaryAsync(c => c.UserId, cancellationToken);
        return users.ConvertAll(u => new StaffMember(u.Id, u.DisplayName.Length > 0 ? u.DisplayName : u.Email ?? "", u.Roles, (u.Culture ?? language)[..2], AddressesOf(u.Email, contacts.GetValueOrDefault(u.Id)), AlertContact.Read(contacts.GetValueOrDefault(u.Id)?.Channels)));
    }

    private static Dictionary<MessageChannel, string> AddressesOf(string? email, AlertContact? contact)
    {
        var addresses = new Dictionary<MessageChannel, string>();
        foreach (var channel in AlertContact.Read(contact?.Channels))
        {
            var address = channel switch
            {
                MessageChannel.Email => email,
                MessageChannel.WhatsApp or MessageChannel.Sms => contact?.Phone,
                MessageChannel.Telegram => contact?.TelegramChatId,
                _ => null,
            };
            if (!string.IsNullOrEmpty(address))
            {
                addresses[channel] = address;
            }
        }

        return addresses;
    }
}
