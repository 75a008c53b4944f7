using IspPortal.Infrastructure.Lab.Routers;

namespace IspPortal.Infrastructure.Lab.Sessions;

/// <summary>Who answers a packet of the router: customers while they are online, the world beyond the uplink while that is up, the rest of our own networks never.</summary>
internal static class Reach
{
    private const double CustomerMicroseconds = 2_400;
    private const double BeyondMicroseconds = 9_500;

    /// <summary>The usual round trip, or null when nobody answers.</summary>
    public static double? Microseconds(RouterWorld world, string address)
    {
        if (IsCustomerOnline(world, address) is { } online)
        {
            return online ? CustomerMicroseconds : null;
        }

        if (AddressPools.ToNumber(address) is not { } number)
        {
            return null;
        }

        var isOurs = number >> 24 == 10 && ((number >> 16) & 255) == (uint)(world.Spec.Number % 250);
        return isOurs || !IsUplinkOn(world) ? null : BeyondMicroseconds;
    }

    /// <summary>Whether the customer with that address answers; null when no session or line has it.</summary>
    public static bool? IsCustomerOnline(RouterWorld world, string address)
    {
        var access = world.Access;
        if (access.Ppp.Concat(access.Hotspot).FirstOrDefault(session => session.Address == address) is { } session)
        {
            return session.DeadSinceTicks > world.NowTicks;
        }

        var queues = world.Menu("/queue/simple");
        return access.Lines.Any(line => queues.Get(line.Queue, "target") == address + "/32") ? true : null;
    }

    private static bool IsUplinkOn(RouterWorld world)
    {
        var interfaces = world.Menu("/interface");
        return interfaces.ByName("ether1") is not { } uplink || interfaces.Get(uplink, "disabled") != "true";
    }
}
