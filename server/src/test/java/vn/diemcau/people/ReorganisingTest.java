package vn.diemcau.people;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.diemcau.people.InventedProvince.DAY;
import static vn.diemcau.people.InventedProvince.FOUNDED;
import static vn.diemcau.people.InventedProvince.LATER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import vn.diemcau.people.Reorganisation.Fault;
import vn.diemcau.people.Reorganisation.Why;
import vn.diemcau.people.Reorganisation.Wish;

/** What a reorganisation does, whatever was decided: twice is once, nobody is lost, the past stays, and taking it back restores. */
class ReorganisingTest {
    private record Done(InventedProvince before, Wish wish, Consequence consequence, InventedProvince after) {
        Undone undone() {
            return new Undone(wish, consequence.postsEnding(before.people));
        }
    }

    private static Optional<Done> done(long seed) {
        Random random = new Random(seed);
        InventedProvince before = InventedProvince.of(random);
        Wish wish = before.any(random);
        Consequence consequence = before.consequence(wish);
        // nothing goes from a unit without parts: a fault, and rightly so
        if (consequence.faults().equals(List.of(new Fault(Why.NOTHING_GOES, null)))) return Optional.empty();
        assertThat(consequence.faults()).as("%s", wish).isEmpty();
        return Optional.of(new Done(before, wish, consequence, before.after(consequence)));
    }

    @Property(tries = 300)
    void doneTwiceIsDoneOnce(@ForAll long seed) {
        done(seed).ifPresent(done -> {
            Consequence again = done.after().consequence(done.wish());
            InventedProvince twice = done.after().after(again);
            assertThat(twice.tree.all())
                    .containsExactlyInAnyOrderElementsOf(done.after().tree.all());
            assertThat(twice.people).isEqualTo(done.after().people);
            assertThat(again.paths(twice.tree).keySet())
                    .containsAll(done.consequence().ended());
            InventedProvince restated = done.after().after(done.consequence());
            assertThat(restated.people).isEqualTo(done.after().people);
            assertThat(restated.tree.all())
                    .containsExactlyInAnyOrderElementsOf(done.after().tree.all());
        });
    }

    @Property(tries = 300)
    void nobodyIsLostAndEveryUnitHasAWayToTheTop(@ForAll long seed) {
        done(seed).ifPresent(done -> {
            for (Dossier person : done.after().people) {
                String unit = person.unitOn(DAY).orElse("nowhere");
                assertThat(done.after().tree.path(unit, DAY))
                        .as("%s in %s", person.id(), unit)
                        .isPresent();
                for (HeldPost post : person.posts()) {
                    if (post.on(DAY))
                        assertThat(done.after().tree.path(post.unit(), DAY)).isPresent();
                }
            }
            assertThat(done.after().people).hasSameSizeAs(done.before().people);
            for (Unit unit : done.before().tree.all()) {
                boolean ends = done.consequence().ended().contains(unit.id());
                assertThat(done.after().tree.path(unit.id(), DAY).isPresent()).isEqualTo(!ends);
            }
        });
    }

    @Property(tries = 300)
    void whatWasBeforeTheDayStaysAsItWas(@ForAll long seed) {
        done(seed).ifPresent(done -> {
            for (LocalDate day : List.of(FOUNDED, DAY.minusDays(1))) {
                assertThat(done.after().standing(day)).isEqualTo(done.before().standing(day));
            }
        });
    }

    @Property(tries = 500)
    void takingItBackRestoresWhatWas(@ForAll long seed) {
        done(seed).ifPresent(done -> {
            Consequence back = done.after().consequence(InventedProvince.undo(), done.undone());
            assertThat(back.faults()).as("%s", done.wish()).isEmpty();
            InventedProvince restored = done.after().after(back);
            // two years on, what had a last day has passed it
            for (LocalDate day : List.of(LATER, LATER.plusYears(2))) {
                assertThat(restored.standing(day)).isEqualTo(done.before().standing(day));
            }
            assertThat(restored.standing(LATER.minusDays(1)))
                    .isEqualTo(done.after().standing(LATER.minusDays(1)));
            for (String unit : done.consequence().ended()) {
                assertThat(restored.tree.standing(unit, LATER))
                        .extracting(Unit::id)
                        .containsExactly(unit);
            }
        });
    }

    @Property(tries = 300)
    void takingItBackTwiceIsTakingItBackOnce(@ForAll long seed) {
        done(seed).ifPresent(done -> {
            InventedProvince restored =
                    done.after().after(done.after().consequence(InventedProvince.undo(), done.undone()));
            Consequence again = restored.consequence(InventedProvince.undo(), done.undone());
            InventedProvince twice = restored.after(again);
            assertThat(twice.people).isEqualTo(restored.people);
            assertThat(twice.tree.all()).containsExactlyInAnyOrderElementsOf(restored.tree.all());
        });
    }
}
