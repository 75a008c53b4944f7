using System.Globalization;
using IspPortal.Infrastructure.Lab.Menus;
using IspPortal.Infrastructure.Lab.Menus.Catalog;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sessions;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Commands;

/// <summary>Verbs that change a table: add, set, remove, enable, disable, unset, move, comment, reset-counters, make-static.</summary>
internal sealed class ChangeCommand(RouterWorld world, ChangeAuthor author, Menu menu, ApiRequest request)
{
    /// <summary>Does it and gives what <c>=ret=</c> says, or null. The caller holds the world's gate.</summary>
    public string? Run()
    {
        switch (request.Verb)
        {
            case "add" when !menu.IsReadOnly && !menu.IsSingleton && menu.Path is not ("/ip/service" or "/interface"):
                Demand();
                return Add();
            case "set" when !menu.IsReadOnly:
                Demand();
                Set(Values());
                return null;
            case "comment" when menu.Has("comment") && !menu.IsReadOnly:
                Demand();
                Set([("comment", request["comment"] ?? "")]);
                return null;
            case "enable" or "disable" when menu.Has("disabled") && !menu.IsReadOnly:
                Demand();
                Set([("disabled", request.Verb == "disable" ? "true" : "false")]);
                return null;
            case "unset" when !menu.IsReadOnly && !menu.IsSingleton:
                Demand();
                Unset();
                return null;
            case "remove" when menu.RemoveLive is not null || (!menu.IsReadOnly && !menu.IsSingleton && menu.Path is not ("/ip/service" or "/interface")):
                Demand();
                Remove();
                return null;
            case "move" when menu.IsOrdered:
                Demand();
                Move();
                return null;
            case "reset-counters" or "reset-counters-all" when menu.Path is "/queue/simple" or "/ip/hotspot/user" or "/interface" or Firewall.Filter or Firewall.Nat:
                Demand();
                ResetCounters();
                return null;
            case "make-static" when menu.Path == "/ip/dhcp-server/lease":
                Demand();
                MakeStatic();
                return null;
            default:
                throw Trap.NoSuchCommand.Raise();
        }
    }

    private void Demand()
    {
        if (!author.May(menu.WritePolicy))
        {
            throw Trap.NotPermitted.Raise();
        }
    }

    private void Tell(ConfigRow? row, string done) => world.Log.Write("system,info", ChangeLine.Of(world, author, menu, row, done, request));

    private string Add()
    {
        var place = request["place-before"];
        var row = menu.NewItem();
        foreach (var (name, value) in request.Arguments)
        {
            if (name is "place-before" or "copy-from" && menu.IsOrdered)
            {
                continue;
            }

            Assign(row, name, value);
        }

        foreach (var required in menu.Properties.Where(p => p.IsRequired && string.IsNullOrEmpty(menu.Get(row, p.Name))))
        {
            throw Trap.Missing(required.Name).Raise();
        }

        Complete(row);
        menu.Check?.Invoke(world, row);
        DemandUnique(row);
        menu.Insert(row, place is null ? null : menu.Items.IndexOf((ConfigRow)Find(place)));
        Changed(row, RowChange.Added);
        Tell(row, "added");
        return "*" + row.Id.ToString("X", CultureInfo.InvariantCulture);
    }

    private List<(string Name, string Value)> Values() =>
        [.. request.Arguments.Where(a => a.Key is not (".id" or "numbers")).Select(a => (a.Key, a.Value))];

    private void Set(List<(string Name, string Value)> values, bool isInternal = false)
    {
        foreach (var row in menu.IsSingleton ? menu.Items : Named().ConvertAll(OnlyConfigured))
        {
            // All or nothing: try on a copy, as the router refuses a set as a whole.
            var before = (string?[])row.Values.Clone();
            try
            {
                foreach (var (name, value) in values)
                {
                    if (isInternal)
                    {
                        menu.Set(row, name, value);
                    }
                    else
                    {
                        Assign(row, name, value);
                    }
                }

                menu.Check?.Invoke(world, row);
                DemandUnique(row);
            }
            catch (TrapException)
            {
                for (var i = 0; i < before.Length; i++)
                {
                    menu.Put(row, i, before[i]);
                }

                throw;
            }

            Changed(row, RowChange.Set);
            Tell(row, "changed");
        }
    }

    private void Unset()
    {
        var name = request["value-name"] ?? throw Trap.Missing("value-name").Raise();
        var index = menu.IndexOf(name);
        if (index < 0)
        {
            throw Trap.UnknownParameter(name).Raise();
        }

        foreach (var row in Named().ConvertAll(OnlyConfigured))
        {
            menu.Put(row, index, menu.Properties[index].Default);
            Changed(row, RowChange.Set);
            Tell(row, "changed");
        }
    }

    private void Remove()
    {
        var rows = Named();
        foreach (var row in rows)
        {
            if (row is AccessSession live)
            {
                if (menu.RemoveLive is null)
                {
                    throw new Trap("failure: can not remove dynamic item").Raise();
                }

                menu.RemoveLive(world, live);
                continue;
            }

            var item = (ConfigRow)row;
            if (menu.Get(item, "default") == "true")
            {
                throw new Trap("failure: can not remove default item").Raise();
            }

            menu.Delete(item);
            menu.Changed?.Invoke(world, item, RowChange.Removed);
            menu.AnnounceGone(item);
            world.IsDirty = true;
            Tell(item, "removed");
        }
    }

    private void Move()
    {
        var rows = Named().ConvertAll(OnlyConfigured);
        var target = request["destination"] is { } destination ? OnlyConfigured(Find(destination)) : null;
        foreach (var row in rows.Where(r => r != target))
        {
            menu.Items.Remove(row);
            menu.Items.Insert(target is null ? menu.Items.Count : menu.Items.IndexOf(target), row);
            Tell(row, "moved");
        }

        world.IsDirty = true;
    }

    private void MakeStatic()
    {
        foreach (var session in Named().OfType<AccessSession>())
        {
            var lease = menu.Seed(("address", session.Address), ("mac-address", session.Modem.CallerId), ("client-id", DhcpLeases.ClientIdOf(session)), ("server", DhcpLeases.Server));
            world.IsDirty = true;
            menu.AnnounceGone(session);
            menu.Announce(world, lease);
        }
    }

    private void ResetCounters()
    {
        var now = world.NowTicks;
        foreach (var row in request.Verb == "reset-counters-all" ? menu.Rows(world) : Named())
        {
            switch (row)
            {
                case AccessSession session:
                    session.ResetCounters(now);
                    break;
                case ConfigRow { Behind: RuleCounters } rule:
                    rule.Behind = null;
                    break;
                case ConfigRow { Behind: StaticLine line }:
                    line.ResetCounters(now);
                    break;
                case ConfigRow { Behind: Modem modem }:
                    modem.PastDownBytes = 0;
                    modem.PastUpBytes = 0;
                    modem.PastTicks = 0;
                    world.Access.Nudge(modem.Account);
                    break;
            }
        }
    }

    /// <summary>The rows that <c>.id</c> or <c>numbers</c> names: a comma list of ids or names.</summary>
    private List<Row> Named()
    {
        var ids = request[".id"] ?? request["numbers"] ?? throw Trap.Missing(".id").Raise();

        // A name may itself contain commas: it is tried whole first.
        return RowFinder.Find(world, menu, ids) is { } whole ? [whole] : [.. ids.Split(',').Select(Find)];
    }

    private Row Find(string id) => RowFinder.Find(world, menu, id) ?? throw Trap.NoSuchItemOnWrite.Raise();

    private static ConfigRow OnlyConfigured(Row row) => row as ConfigRow ?? throw new Trap("failure: can not change dynamic item").Raise();

    private void Assign(ConfigRow row, string name, string value)
    {
        var index = menu.IndexOf(name);
        if (index < 0 || menu.Properties[index].IsReadOnly)
        {
            throw Trap.UnknownParameter(name).Raise();
        }

        menu.Put(row, index, ValueReader.Read(world, menu.Properties[index], value));
    }

    private void Complete(ConfigRow row)
    {
        switch (menu.Path)
        {
            case "/ip/address" when menu.Get(row, "network") is null:
                var parts = menu.Get(row, "address")!.Split('/');
                var bits = int.Parse(parts[1], CultureInfo.InvariantCulture);
                var mask = bits == 0 ? 0 : uint.MaxValue << (32 - bits);
                menu.Set(row, "network", AddressPools.ToText(AddressPools.ToNumber(parts[0])!.Value & mask));
                break;
            case "/queue/simple" when string.IsNullOrEmpty(menu.Get(row, "name")):
                menu.Set(row, "name", "queue" + row.Id.ToString(CultureInfo.InvariantCulture));
                break;
        }
    }

    private void DemandUnique(ConfigRow row)
    {
        if (menu.UniqueBy.Length == 0)
        {
            return;
        }

        var keys = Array.ConvertAll(menu.UniqueBy, menu.IndexOf);
        if (menu.Items.Exists(other => other != row && Array.TrueForAll(keys, key => SameKey(key, row.Values[key], other.Values[key]))))
        {
            throw new Trap(menu.DuplicateMessage).Raise();
        }
    }

    /// <summary>A secret for any service clashes with one for a single service.</summary>
    private bool SameKey(int property, string? left, string? right) =>
        left == right || (menu.Path == "/ppp/secret" && menu.Properties[property].Name == "service" && (left == "any" || right == "any"));

    private void Changed(ConfigRow row, RowChange change)
    {
        menu.Changed?.Invoke(world, row, change);
        menu.Announce(world, row);
        world.IsDirty = true;
        if (menu.Path == "/ip/service")
        {
            world.ServicesChanged?.Invoke();
        }
    }
}
